using System.Text.Json;

namespace Swarm.Vda5050.Tests;

/// <summary>A factsheet with every field filled in, and a small one to build on.</summary>
internal static class FactsheetSamples
{
    public static FactsheetMessage Full { get; } = new()
    {
        TypeSpecification = new TypeSpecification
        {
            SeriesName = "wagon",
            SeriesDescription = "A wagon.",
            MobileRobotKinematics = "DIFFERENTIAL",
            MobileRobotClass = "CARRIER",
            MaximumLoadMass = 200,
            LocalizationTypes = ["NATURAL"],
            NavigationTypes = ["VIRTUAL_LINE_GUIDED"],
            SupportedZones = [ZoneType.Release, ZoneType.Blocked],
        },
        PhysicalParameters = new PhysicalParameters
        {
            MinimumSpeed = 0.05,
            MaximumSpeed = 1.5,
            MinimumAngularSpeed = 0.01,
            MaximumAngularSpeed = 1,
            MaximumAcceleration = 0.8,
            MaximumDeceleration = 1.2,
            MinimumHeight = 0.4,
            MaximumHeight = 1.9,
            Width = 0.7,
            Length = 1.1,
        },
        ProtocolLimits = new ProtocolLimits
        {
            MaximumStringLengths = new StringLimits
            {
                MaximumMessageLength = 100_000,
                MaximumTopicSerialLength = 40,
                MaximumTopicElementLength = 40,
                MaximumIdLength = 60,
                IdNumericalOnly = false,
                MaximumEnumLength = 40,
                MaximumLoadIdLength = 40,
            },
            MaximumArrayLengths = new ArrayLimits
            {
                OrderNodes = 100,
                OrderEdges = 99,
                NodeActions = 5,
                EdgeActions = 5,
                ActionParameters = 5,
                InstantActions = 5,
                TrajectoryKnots = 20,
                TrajectoryControlPoints = 10,
                Zones = 50,
                NodeStates = 100,
                EdgeStates = 99,
                Loads = 1,
                ActionStates = 100,
                InstantActionStates = 100,
                ZoneActionStates = 100,
                Errors = 20,
                Information = 20,
                ErrorReferences = 5,
                InfoReferences = 5,
            },
            Timing = new ProtocolTiming
            {
                MinimumOrderInterval = 0.5,
                MinimumStateInterval = 0.1,
                DefaultStateInterval = 30,
                VisualizationInterval = 1,
            },
        },
        ProtocolFeatures = new ProtocolFeatures
        {
            OptionalParameters =
            [
                new OptionalParameter { Parameter = "order.nodes.nodePosition", Support = ParameterSupport.Required, Description = "Always." },
                new OptionalParameter { Parameter = "order.nodes.nodePosition.allowedDeviationXY", Support = ParameterSupport.Supported },
                new OptionalParameter { Parameter = "order.nodes.nodePosition.theta", Support = ParameterSupport.Supported },
            ],
            MobileRobotActions =
            [
                new SupportedAction
                {
                    ActionType = "beep",
                    ActionDescription = "Makes a sound.",
                    ActionScopes = [ActionScope.Instant, ActionScope.Node, ActionScope.Edge],
                    ActionParameters =
                    [
                        new SupportedParameter { Key = "seconds", ValueDataType = ParameterType.Number, IsOptional = true, Description = "How long." },
                    ],
                    ActionResult = "none",
                    BlockingTypes = [BlockingType.None, BlockingType.Soft, BlockingType.Hard],
                    PauseAllowed = true,
                    CancelAllowed = true,
                },
            ],
        },
        MobileRobotGeometry = new MobileRobotGeometry
        {
            WheelDefinitions =
            [
                new WheelDefinition
                {
                    Type = "DRIVE",
                    IsActiveDriven = true,
                    IsActiveSteered = false,
                    Position = new WheelPosition { X = 0, Y = 0.3, Theta = 0 },
                    Diameter = 0.2,
                    Width = 0.05,
                    CenterDisplacement = 0,
                    Constraints = "none",
                },
            ],
            Envelopes2d =
            [
                new Envelope2d
                {
                    Envelope2dId = "empty",
                    Vertices = [new Vertex { X = -0.5, Y = -0.3 }, new Vertex { X = 0.5, Y = -0.3 }, new Vertex { X = 0, Y = 0.3 }],
                    Description = "without load",
                },
            ],
            Envelopes3d =
            [
                new Envelope3d
                {
                    Envelope3dId = "empty",
                    Format = "DXF",
                    Data = JsonDocument.Parse("""{"layers":[null,1]}""").RootElement,
                    Url = "https://example.org/wagon.dxf",
                    Description = "without load",
                },
            ],
        },
        LoadSpecification = new LoadSpecification
        {
            LoadPositions = ["front"],
            LoadSets =
            [
                new LoadSet
                {
                    SetName = "DEFAULT",
                    LoadType = "EPAL",
                    LoadPositions = ["front"],
                    BoundingBoxReference = new BoundingBoxReference { X = 0, Y = 0, Z = 0.4 },
                    LoadDimensions = new LoadDimensions { Length = 1.2, Width = 0.8 },
                    MaximumWeight = 200,
                    MinimumLoadhandlingHeight = 0,
                    MaximumLoadhandlingHeight = 1,
                    MinimumLoadhandlingDepth = 0,
                    MaximumLoadhandlingDepth = 1,
                    MinimumLoadhandlingTilt = 0,
                    MaximumLoadhandlingTilt = 0.1,
                    MaximumSpeed = 1,
                    MaximumAcceleration = 0.5,
                    MaximumDeceleration = 0.7,
                    PickTime = 5,
                    DropTime = 4,
                    Description = "Pallets.",
                },
            ],
        },
        MobileRobotConfiguration = new MobileRobotConfiguration
        {
            Versions = [new VersionInfo { Key = "software", Value = "1.2.3" }],
            Network = new NetworkInfo
            {
                DnsServers = ["192.0.2.1"],
                NtpServers = ["192.0.2.2"],
                LocalIpAddress = "192.0.2.3",
                Netmask = "255.255.255.0",
                DefaultGateway = "192.0.2.4",
            },
            BatteryCharging = new BatteryCharging
            {
                CriticalLowChargingLevel = 10,
                MinimumDesiredChargingLevel = 30,
                MaximumDesiredChargingLevel = 90,
                MinimumChargingTime = 600,
            },
        },
    };

    /// <summary>One that limits nothing and knows the actions of the tests.</summary>
    public static FactsheetMessage Plain { get; } = Full with
    {
        ProtocolLimits = new ProtocolLimits
        {
            MaximumStringLengths = new StringLimits(),
            MaximumArrayLengths = new ArrayLimits(),
            Timing = new ProtocolTiming { MinimumOrderInterval = 0, MinimumStateInterval = 0 },
        },
        ProtocolFeatures = Full.ProtocolFeatures with
        {
            MobileRobotActions = [Action("beep", pause: true, cancel: true), Action(ActionTypes.Pick, pause: false, cancel: false)],
        },
    };

    private static SupportedAction Action(string type, bool pause, bool cancel) => new()
    {
        ActionType = type,
        ActionScopes = [ActionScope.Instant, ActionScope.Node, ActionScope.Edge],
        PauseAllowed = pause,
        CancelAllowed = cancel,
    };
}
