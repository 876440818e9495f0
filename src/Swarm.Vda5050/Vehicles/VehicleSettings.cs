namespace Swarm.Vda5050;

/// <summary>What a vehicle is and how its half of the protocol behaves.</summary>
public sealed record VehicleSettings
{
    public required ProtocolVersion Version { get; init; }

    public required string Manufacturer { get; init; }

    public required string SerialNumber { get; init; }

    /// <summary>
    /// Orders and actions are taken and refused by it. Also in 2.1 its actions say whether they can be paused and cancelled, although that is
    /// not sent there.
    /// </summary>
    public required FactsheetMessage Factsheet { get; init; }

    /// <summary>Whether it may stand between nodes after cancelOrder; otherwise it drives on to the next (3.0: Figure 9).</summary>
    public bool StopsBetweenNodes { get; init; } = true;

    /// <summary>Metres: how near is on a node, where the order does not say more.</summary>
    public double NodeTolerance { get; init; } = 0.3;

    /// <summary>Radians: how near is the heading of a node, where the order does not say more.</summary>
    public double HeadingTolerance { get; init; } = 0.2;

    /// <summary>So many released nodes ahead, or fewer, with a horizon behind them: more base is asked for (3.0: 6.6.3).</summary>
    public int BaseRunsShortAt { get; init; } = 1;

    /// <summary>The longest time without a state (3.0: 6.6).</summary>
    public TimeSpan StateInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between two visualizations; none are sent without.</summary>
    public TimeSpan? VisualizationInterval { get; init; }

    /// <summary>How long a zone set that came twice is reported (3.0: 6.4.2 leaves it open).</summary>
    public TimeSpan ZoneErrorTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The id of a node of the order that cannot be reached, or null. Asked for each order that is good otherwise.</summary>
    public Func<OrderMessage, string?> Unreachable { get; init; } = static _ => null;

    internal string VersionText => Version == ProtocolVersion.V2 ? "2.1.0" : "3.0.0";
}
