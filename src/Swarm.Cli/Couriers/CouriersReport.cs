namespace Swarm.Cli;

/// <summary>What a site made of the couriers that were played through it. What only the site can tell is null where it runs elsewhere.</summary>
internal sealed record CouriersReport
{
    public required int Couriers { get; init; }

    /// <summary>Times real speed.</summary>
    public required double Speed { get; init; }

    /// <summary>Of the recording.</summary>
    public required double Seconds { get; init; }

    /// <summary>States that the couriers sent.</summary>
    public required long Sent { get; init; }

    /// <summary>States that they did not send because the recording has a hole there or has ended.</summary>
    public required long Silent { get; init; }

    /// <summary>States that were not written to a connection for want of one.</summary>
    public required long Unsent { get; init; }

    /// <summary>States sent per second of real time.</summary>
    public required double SentPerRealSecond { get; init; }

    /// <summary>How late the latest state was sent, site time.</summary>
    public required double WorstDelaySeconds { get; init; }

    /// <summary>States that the devices' grains took.</summary>
    public required long? Handled { get; init; }

    /// <summary>States sent, less those handled.</summary>
    public long? Lost => Sent - Handled;

    /// <summary>Messages that the bridge dropped or refused.</summary>
    public required long? Refused { get; init; }

    /// <summary>From the bridge's receipt of a state to its grain having taken it, milliseconds; null where the clock runs fast.</summary>
    public required double? LatencyMedianMilliseconds { get; init; }

    public required double? LatencyP99Milliseconds { get; init; }

    /// <summary>Couriers whose twin holds the very last state that was sent.</summary>
    public required int? UpToDate { get; init; }

    /// <summary>Couriers that the site calls online at the end; one that has been silent for long is not.</summary>
    public required int? Online { get; init; }

    /// <summary>Hazard lists that arrived at couriers; each gets one every second at least.</summary>
    public required long HazardLists { get; init; }

    /// <summary>Of those, the ones with a hazard in them.</summary>
    public required long HazardListsWithHazards { get; init; }

    /// <summary>Pairs of couriers of which one was warned of the other.</summary>
    public required int ConflictingPairs { get; init; }
}
