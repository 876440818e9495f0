namespace Swarm.Messaging;

/// <summary>What a client says about itself for one connection; made anew for each, so that an old will is told from a new birth.</summary>
/// <param name="Will">Published by the broker when the connection is lost.</param>
/// <param name="Births">Published, in this order, once connected and subscribed.</param>
/// <param name="Goodbye">Published before a disconnect on purpose, for which the broker does not publish the will.</param>
public sealed record Announcement(Publication? Will = null, IReadOnlyList<Publication>? Births = null, Publication? Goodbye = null);
