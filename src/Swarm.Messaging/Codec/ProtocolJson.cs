using System.Text.Json;
using System.Text.Json.Serialization;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>
/// JSON of the device protocol, generated at build time so that it works under NativeAOT: camelCase, absent instead of null, fields
/// that are not known are ignored, fields that are required must be there.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 16,
    Converters =
    [
        typeof(UtcTimeConverter),
        typeof(NumberConverters.OfPoint),
        typeof(NumberConverters.OfPosition),
        typeof(NumberConverters.OfVelocity),
        typeof(NumberConverters.OfSize),
        typeof(NumberConverters.OfPose),
        typeof(NumberConverters.OfCovariance),
        typeof(NumberConverters.OfPoseCovariance),
        typeof(NumberConverters.OfKinematicCovariance),
    ])]
[JsonSerializable(typeof(ConnectionReport))]
[JsonSerializable(typeof(Factsheet))]
[JsonSerializable(typeof(DeviceState))]
[JsonSerializable(typeof(DetectionFrame))]
[JsonSerializable(typeof(CommandAck))]
[JsonSerializable(typeof(TimeRequest))]
[JsonSerializable(typeof(RangeScan))]
[JsonSerializable(typeof(CameraFrame))]
[JsonSerializable(typeof(InferenceAsk))]
[JsonSerializable(typeof(HazardList))]
[JsonSerializable(typeof(TrackList))]
[JsonSerializable(typeof(DeviceCommand))]
[JsonSerializable(typeof(DesiredState))]
[JsonSerializable(typeof(TimeReply))]
[JsonSerializable(typeof(InferenceAnswer))]
[JsonSerializable(typeof(SiteInfo))]
public sealed partial class ProtocolJson : JsonSerializerContext;
