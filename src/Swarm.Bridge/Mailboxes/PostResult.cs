namespace Swarm.Bridge;

/// <summary>What a <see cref="Mailbox"/> did with a message.</summary>
internal enum PostResult
{
    Posted,

    /// <summary>An unknown device has as much waiting as it may.</summary>
    Full,

    /// <summary>The mailbox has been taken down, and another must be put up.</summary>
    Closed,
}
