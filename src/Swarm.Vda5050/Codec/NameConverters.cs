using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>The names of all enumerations in a version.</summary>
internal static class NameConverters
{
    public static IEnumerable<JsonConverter> Of(ProtocolVersion version) => [.. Same(), .. version == ProtocolVersion.V2 ? V2() : V3()];

    private static IEnumerable<JsonConverter> Same() =>
    [
        new NameConverter<OrientationType>(),
        new NameConverter<CorridorLossBehavior>(),
        new NameConverter<ZoneType>(),
        new NameConverter<ReleaseLossBehavior>(),
        new NameConverter<DirectedLimitation>(),
        new NameConverter<GrantType>(),
        new NameConverter<RequestType>(),
        new NameConverter<RequestStatus>(new Dictionary<RequestStatus, string> { [RequestStatus.Queued] = "REQUESTED" }, ("QUEUED", RequestStatus.Queued)),
        new NameConverter<InfoLevel>(),
        new NameConverter<EnabledStatus>(),
        new NameConverter<ParameterSupport>(),
        new NameConverter<ActionScope>(),
        new NameConverter<ParameterType>(new Dictionary<ParameterType, string>(), ("FLOAT", ParameterType.Number)),
    ];

    private static IEnumerable<JsonConverter> V3() =>
    [
        new NameConverter<BlockingType>(),
        new NameConverter<CorridorReferencePoint>(),
        new NameConverter<ConnectionState>(),
        new NameConverter<ActionStatus>(),
        new NameConverter<OperatingMode>(Names(OperatingMode.SemiAutomatic, "SEMIAUTOMATIC")),
        new NameConverter<ErrorLevel>(),
        new NameConverter<EmergencyStop>(Names(EmergencyStop.AutoAcknowledged, "MANUAL")),
    ];

    /// <summary>What 2.1 lacks is written as the nearest that is no less careful.</summary>
    private static IEnumerable<JsonConverter> V2() =>
    [
        new NameConverter<BlockingType>(Names(BlockingType.Single, "HARD")),
        new NameConverter<CorridorReferencePoint>(Names(CorridorReferencePoint.KinematicCenter, "KINEMATICCENTER")),
        new NameConverter<ConnectionState>(new Dictionary<ConnectionState, string>
        {
            [ConnectionState.ConnectionBroken] = "CONNECTIONBROKEN",
            [ConnectionState.Hibernating] = "OFFLINE",
        }),
        new NameConverter<ActionStatus>(Names(ActionStatus.Retriable, "RUNNING")),
        new NameConverter<OperatingMode>(new Dictionary<OperatingMode, string>
        {
            [OperatingMode.SemiAutomatic] = "SEMIAUTOMATIC",
            [OperatingMode.TeachIn] = "TEACHIN",
            [OperatingMode.Startup] = "SERVICE",
            [OperatingMode.Intervened] = "MANUAL",
        }),
        new NameConverter<ErrorLevel>(new Dictionary<ErrorLevel, string> { [ErrorLevel.Urgent] = "WARNING", [ErrorLevel.Critical] = "FATAL" }),
        new NameConverter<EmergencyStop>(Names(EmergencyStop.AutoAcknowledged, "AUTOACK")),
    ];

    private static Dictionary<T, string> Names<T>(T value, string name)
        where T : struct, Enum => new() { [value] = name };
}
