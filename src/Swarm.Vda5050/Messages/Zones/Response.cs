namespace Swarm.Vda5050;

/// <summary>The answer to one request.</summary>
public sealed record Response
{
    public required string RequestId { get; init; }

    public required GrantType GrantType { get; init; }

    /// <summary>Until when a grant holds; without one, until it is revoked.</summary>
    public DateTimeOffset? LeaseExpiry { get; init; }
}
