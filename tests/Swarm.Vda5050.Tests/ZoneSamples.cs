namespace Swarm.Vda5050.Tests;

/// <summary>Zones of every type.</summary>
internal static class ZoneSamples
{
    private static readonly IReadOnlyList<Vertex> Square =
    [
        new Vertex { X = 0, Y = 0 },
        new Vertex { X = 2, Y = 0 },
        new Vertex { X = 2, Y = 2 },
        new Vertex { X = 0, Y = 2 },
    ];

    public static ZoneSetMessage Full { get; } = new()
    {
        ZoneSet = new ZoneSet
        {
            MapId = "ground",
            ZoneSetId = "zones-1",
            ZoneSetDescriptor = "hall",
            Zones =
            [
                Zone(ZoneType.Blocked),
                Zone(ZoneType.LineGuided),
                Zone(ZoneType.Release) with { ReleaseLossBehavior = ReleaseLossBehavior.Evacuate },
                Zone(ZoneType.CoordinatedReplanning),
                Zone(ZoneType.SpeedLimit) with { MaximumSpeed = 0.5 },
                Zone(ZoneType.Action) with
                {
                    EntryActions =
                    [
                        new ZoneAction { ActionType = "beep", BlockingType = BlockingType.Single, ActionParameters = [ActionParameter.Of("seconds", 2)] },
                    ],
                    DuringActions = [],
                    ExitActions = [],
                },
                Zone(ZoneType.Priority) with { PriorityFactor = 0.5 },
                Zone(ZoneType.Penalty) with { PenaltyFactor = 1 },
                Zone(ZoneType.Directed) with { Direction = 1, DirectedLimitation = DirectedLimitation.Strict },
                Zone(ZoneType.Bidirected) with { Direction = 1, BidirectedLimitation = DirectedLimitation.Restricted },
            ],
        },
    };

    public static Zone Zone(ZoneType type) => new() { ZoneId = $"z-{type}", ZoneType = type, ZoneDescriptor = "a zone", Vertices = Square };
}
