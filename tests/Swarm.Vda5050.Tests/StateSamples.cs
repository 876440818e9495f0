namespace Swarm.Vda5050.Tests;

/// <summary>What a vehicle sends, with every field filled in.</summary>
internal static class StateSamples
{
    private static readonly Trajectory Path = new()
    {
        Degree = 1,
        KnotVector = [0, 0, 1, 1],
        ControlPoints = [new ControlPoint { X = 0, Y = 0 }, new ControlPoint { X = 4, Y = 0 }],
    };

    private static readonly IntermediatePath Next =
        new() { Polyline = [new Waypoint { X = 1, Y = 0, Theta = 0, Eta = Samples.Noon.AddSeconds(1) }] };

    public static MobileRobotPosition Position { get; } =
        new() { X = 1, Y = 2, Theta = -1.5, MapId = "ground", Localized = true, LocalizationScore = 0.9, DeviationRange = 0.1 };

    public static StateMessage Full { get; } = new()
    {
        Maps = [new MapState { MapId = "ground", MapVersion = "1", MapStatus = EnabledStatus.Enabled, MapDescriptor = "hall" }],
        ZoneSets = [new ZoneSetState { ZoneSetId = "zones-1", MapId = "ground", ZoneSetStatus = EnabledStatus.Enabled }],
        OrderId = "o-1",
        OrderUpdateId = 1,
        ZoneSetId = "zones-1",
        LastNodeId = "n0",
        LastNodeSequenceId = 0,
        NodeStates =
        [
            new NodeState
            {
                NodeId = "n1",
                SequenceId = 2,
                NodeDescriptor = "pick",
                Released = true,
                NodePosition = new NodePosition { X = 4, Y = 0, Theta = 0, MapId = "ground" },
            },
        ],
        EdgeStates = [new EdgeState { EdgeId = "e0", SequenceId = 1, EdgeDescriptor = "aisle", Released = true, Trajectory = Path }],
        PlannedPath = new PlannedPath { Trajectory = Path, TraversedNodes = ["n1"] },
        IntermediatePath = Next,
        MobileRobotPosition = Position,
        Velocity = new Velocity { Vx = 1, Vy = 0, Omega = 0.1 },
        Loads =
        [
            new Load
            {
                LoadId = "pallet-1",
                LoadType = "EPAL",
                LoadPosition = "front",
                BoundingBoxReference = new BoundingBoxReference { X = 0, Y = 0, Z = 0, Theta = 0 },
                LoadDimensions = new LoadDimensions { Length = 1.2, Width = 0.8, Height = 1 },
                Weight = 120,
            },
        ],
        Driving = true,
        Paused = false,
        NewBaseRequest = true,
        ZoneRequests =
        [
            new ZoneRequest
            {
                RequestId = "r-1",
                RequestType = RequestType.Access,
                ZoneId = "z-1",
                ZoneSetId = "zones-1",
                RequestStatus = RequestStatus.Queued,
                Trajectory = Path,
            },
        ],
        EdgeRequests =
        [
            new EdgeRequest
            {
                RequestId = "r-2",
                RequestType = RequestType.Corridor,
                EdgeId = "e0",
                SequenceId = 1,
                RequestStatus = RequestStatus.Granted,
            },
        ],
        DistanceSinceLastNode = 1.4,
        ActionStates =
        [
            new ActionState
            {
                ActionId = "a-1",
                ActionType = "pick",
                ActionDescriptor = "fetch",
                ActionStatus = ActionStatus.Running,
                ActionResult = "half way",
            },
        ],
        InstantActionStates = [new ActionState { ActionId = "i-1", ActionStatus = ActionStatus.Finished }],
        ZoneActionStates = [new ActionState { ActionId = "z-1", ActionStatus = ActionStatus.Waiting }],
        PowerSupply = new PowerSupply
        {
            StateOfCharge = 62.5,
            BatteryVoltage = 48.1,
            BatteryCurrent = -3,
            BatteryHealth = 98,
            Charging = false,
            Range = 5000,
        },
        OperatingMode = OperatingMode.Automatic,
        Errors =
        [
            new VehicleError
            {
                ErrorType = "laserDirty",
                ErrorLevel = ErrorLevel.Urgent,
                ErrorReferences = [Reference.To("nodeId", "n1")],
                ErrorDescription = "The laser scanner is dirty.",
                ErrorDescriptionTranslations = [new Translation { TranslationKey = "de", TranslationValue = "Der Laserscanner ist verschmutzt." }],
                ErrorHint = "Wipe it.",
                ErrorHintTranslations = [new Translation { TranslationKey = "de", TranslationValue = "Abwischen." }],
            },
        ],
        Information =
        [
            new Information
            {
                InfoType = "route",
                InfoLevel = InfoLevel.Debug,
                InfoDescriptor = "by the gate",
                InfoReferences = [Reference.To("orderId", "o-1")],
            },
        ],
        SafetyState = new SafetyState { ActiveEmergencyStop = EmergencyStop.None, FieldViolation = false },
    };

    public static VisualizationMessage Visualization { get; } = new()
    {
        ReferenceStateHeaderId = 7,
        PlannedPath = Full.PlannedPath,
        IntermediatePath = Next,
        MobileRobotPosition = Position,
        Velocity = Full.Velocity,
    };
}
