using System.Text.Json;
using System.Text.Json.Serialization;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>A track as <see cref="ProtocolJson"/> would write it, for <see cref="SharedTrackConverter"/>: the same options but for that converter.</summary>
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
[JsonSerializable(typeof(Track))]
internal sealed partial class TrackJson : JsonSerializerContext;
