using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>
/// What is known of a device's presence, and the rules by which it changes. A last will or a goodbye counts only for the connection
/// whose birth it names, so that one that arrives late never overrules a newer birth.
/// </summary>
/// <param name="Since">When <paramref name="Presence"/> last changed.</param>
/// <param name="Birth">Of the present or last connection.</param>
/// <param name="LastSeen">When something of the device's own last arrived.</param>
[GenerateSerializer, Immutable, Alias("swarm.grains.Connection")]
internal sealed record Connection(
    [property: Id(0)] Presence Presence = Presence.Unknown,
    [property: Id(1)] DateTimeOffset? Since = null,
    [property: Id(2)] string? Birth = null,
    [property: Id(3)] DateTimeOffset? LastSeen = null)
{
    /// <summary>A device that has been silent for so long is stale.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(5);

    /// <summary>A state that comes so long after a will was not just overtaken by it: the device lives.</summary>
    public static readonly TimeSpan AliveAfter = TimeSpan.FromSeconds(2);

    private bool HasEnded => Presence is Presence.Offline or Presence.Lost;

    /// <summary>Takes a birth, a goodbye or a last will. The same instance comes back where it changes nothing.</summary>
    public Connection Report(ConnectionReport report, DateTimeOffset at, bool retained)
    {
        var own = !retained && report.State != ConnectionState.Lost;
        if (report.State == ConnectionState.Online)
        {
            // What the broker remembers is no proof of life against an end of that same connection.
            var old = report.Birth == Birth && ((retained && HasEnded) || Presence == Presence.Online);
            var born = old ? this : this with { Presence = Presence.Online, Since = at, Birth = report.Birth };
            return own ? born.Seen(at) : born;
        }

        if (Birth is not null && Birth != report.Birth)
        {
            return this;
        }

        var presence = report.State == ConnectionState.Offline ? Presence.Offline : Presence.Lost;
        var ended = presence == Presence && Birth == report.Birth ? this : this with { Presence = presence, Since = at, Birth = report.Birth };
        return own ? ended.Seen(at) : ended;
    }

    /// <summary>Takes notice that the device has sent something else just now.</summary>
    /// <param name="isState">A state may prove that a device lives which its will has declared lost.</param>
    public Connection Hear(DateTimeOffset at, bool isState)
    {
        var alive = Presence switch
        {
            Presence.Online => false,
            Presence.Offline or Presence.Lost => isState && at - Since >= AliveAfter,
            _ => true,
        };
        return (alive ? this with { Presence = Presence.Online, Since = at } : this).Seen(at);
    }

    /// <summary>Takes notice of the time.</summary>
    /// <param name="listeningSince">Silence before this proves nothing: nobody was there to hear.</param>
    public Connection Age(DateTimeOffset now, DateTimeOffset listeningSince)
    {
        if (Presence != Presence.Online)
        {
            return this;
        }

        var heard = Latest(Latest(LastSeen ?? default, Since ?? default), listeningSince);
        return now - heard >= StaleAfter ? this with { Presence = Presence.Stale, Since = now } : this;
    }

    private Connection Seen(DateTimeOffset at) => LastSeen >= at ? this : this with { LastSeen = at };

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
