namespace Swarm.Vda5050.Tests;

/// <summary>Messages with every field filled in, and small ones to build on.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, 125, TimeSpan.Zero);

    public static T WithHeader<T>(T message, ProtocolVersion version, uint headerId = 7)
        where T : VdaMessage => (T)(VdaMessage)(message with
        {
            HeaderId = headerId,
            Timestamp = Noon,
            Version = version == ProtocolVersion.V2 ? "2.1.0" : "3.0.0",
            Manufacturer = "acme",
            SerialNumber = "wagon-1",
        });

    public static Node Node(uint index, bool released, params IReadOnlyList<VehicleAction> actions) => new()
    {
        NodeId = $"n{index}",
        SequenceId = 2 * index,
        Released = released,
        NodePosition = new NodePosition { X = 4 * index, Y = 0, MapId = "ground", AllowedDeviationXY = AllowedDeviation.Circle(0.5), Theta = 0 },
        Actions = actions,
    };

    public static Edge Edge(uint index, bool released, params IReadOnlyList<VehicleAction> actions) => new()
    {
        EdgeId = $"e{index}",
        SequenceId = (2 * index) + 1,
        Released = released,
        Actions = actions,
    };

    /// <summary>Nodes <paramref name="from"/> to <paramref name="to"/> of a line, of which those up to <paramref name="released"/> are base.</summary>
    public static OrderMessage Line(string orderId, uint update, uint from, uint to, uint released) => new()
    {
        OrderId = orderId,
        OrderUpdateId = update,
        Nodes = [.. Range(from, to).Select(i => Node(i, i <= released))],
        Edges = [.. Range(from, to).SkipLast(1).Select(i => Edge(i, i < released))],
    };

    public static VehicleAction Action(string id, BlockingType blocking = BlockingType.None, string type = "beep") =>
        new() { ActionId = id, ActionType = type, BlockingType = blocking };

    public static OrderMessage FullOrder { get; } = new()
    {
        OrderId = "o-1",
        OrderUpdateId = 0,
        OrderDescription = "to the gate",
        ZoneSetId = "zones-1",
        Nodes =
        [
            Node(0, true) with { NodeDescriptor = "start" },
            Node(1, true, Action("a-1", BlockingType.Hard, ActionTypes.Pick) with
            {
                ActionDescriptor = "fetch",
                Retriable = true,
                ActionParameters = [ActionParameter.Of("lhd", "front"), ActionParameter.Of("height", 0.35)],
            }) with
            {
                NodePosition = new NodePosition
                {
                    X = 4,
                    Y = 0,
                    Theta = 1.5,
                    AllowedDeviationXY = new AllowedDeviation { A = 0.6, B = 0.3, Theta = 0.4 },
                    AllowedDeviationTheta = 0.1,
                    MapId = "ground",
                },
            },
            Node(2, false),
        ],
        Edges =
        [
            Edge(0, true, Action("a-2")) with
            {
                EdgeDescriptor = "aisle",
                MaximumSpeed = 1.2,
                MaximumMobileRobotHeight = 2.1,
                MinimumLoadHandlingDeviceHeight = 0.1,
                Orientation = 0.2,
                OrientationType = Vda5050.OrientationType.Global,
                Direction = "left",
                ReachOrientationBeforeEntering = true,
                MaximumRotationSpeed = 0.7,
                Length = 4.2,
                Trajectory = new Trajectory
                {
                    ControlPoints =
                    [
                        new ControlPoint { X = 0, Y = 0 },
                        new ControlPoint { X = 2, Y = 0.5, Weight = 2 },
                        new ControlPoint { X = 4, Y = 0 },
                    ],
                    Degree = 2,
                    KnotVector = [0, 0, 0, 1, 1, 1],
                },
                Corridor = new Corridor
                {
                    LeftWidth = 0.5,
                    RightWidth = 0.4,
                    CorridorReferencePoint = Vda5050.CorridorReferencePoint.KinematicCenter,
                    ReleaseRequired = true,
                    ReleaseLossBehavior = CorridorLossBehavior.Return,
                },
            },
            Edge(1, false),
        ],
    };

    public static InstantActionsMessage FullInstantActions { get; } = new()
    {
        Actions = [Action("i-1", type: ActionTypes.CancelOrder) with { ActionParameters = [ActionParameter.Of("orderId", "o-1")] }],
    };

    public static ConnectionMessage Connection(ConnectionState state) => new() { ConnectionState = state };

    public static ResponsesMessage FullResponses { get; } = new()
    {
        Responses =
        [
            new Response { RequestId = "r-1", GrantType = GrantType.Granted, LeaseExpiry = Noon.AddMinutes(1) },
            new Response { RequestId = "r-2", GrantType = GrantType.Queued },
        ],
    };

    private static IEnumerable<uint> Range(uint from, uint to)
    {
        for (var i = from; i <= to; i++)
            yield return i;
    }
}
