using System.Collections.Immutable;

namespace Swarm.Vda5050;

/// <summary>
/// What fleet control must not forget of a vehicle: to be stored before the messages of a step go out (<see cref="ControlStateJson"/>). A
/// machine that begins with it again goes on with higher header ids, and sends again what was not answered.
/// </summary>
public sealed record ControlState
{
    public required ProtocolVersion Version { get; init; }

    /// <summary>As it stands in headers: <c>2.0.0</c>, <c>2.1.0</c>, <c>3.0.0</c>.</summary>
    public required string VersionText { get; init; }

    public required string Manufacturer { get; init; }

    public required string SerialNumber { get; init; }

    /// <summary>The header id of the next message of each topic.</summary>
    public uint NextOrderId { get; init; }

    public uint NextInstantActionsId { get; init; }

    public uint NextZoneSetId { get; init; }

    public uint NextResponsesId { get; init; }

    public Presence Presence { get; init; }

    /// <summary>Null until one came: then nothing is known of the vehicle's limits.</summary>
    public FactsheetMessage? Factsheet { get; init; }

    /// <summary>The order that it has, or had last.</summary>
    public ControlOrder? Order { get; init; }

    public DateTimeOffset? OrderSentAt { get; init; }

    /// <summary>Orders before that one, newest last: their ids are not used again, and a vehicle that shows one is told to cancel it.</summary>
    public ImmutableList<string> PastOrders { get => field ?? []; init; } = [];

    /// <summary>Instant actions that are not over.</summary>
    public ImmutableList<PendingAction> Actions { get => field ?? []; init; } = [];

    /// <summary>Zone sets that the vehicle does not show yet (3.0).</summary>
    public ImmutableList<PendingZoneSet> ZoneSets { get => field ?? []; init; } = [];

    /// <summary>Answers to requests (3.0).</summary>
    public ImmutableList<Grant> Grants { get => field ?? []; init; } = [];

    /// <summary>Null until a state came.</summary>
    public SeenState? Seen { get; init; }

    /// <param name="versionText">Of the vehicle's own messages, such as <c>2.0.0</c>.</param>
    public static ControlState Of(string manufacturer, string serialNumber, string versionText) => new()
    {
        Version = versionText.StartsWith("3.", StringComparison.Ordinal) ? ProtocolVersion.V3
            : versionText.StartsWith("2.", StringComparison.Ordinal) ? ProtocolVersion.V2
            : throw new ArgumentException($"'{versionText}' is no version that is spoken here: 2.0, 2.1 or 3.0.", nameof(versionText)),
        VersionText = versionText,
        Manufacturer = manufacturer,
        SerialNumber = serialNumber,
    };
}
