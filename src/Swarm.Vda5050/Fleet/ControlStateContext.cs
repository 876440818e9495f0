using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>What <see cref="ControlStateJson"/> writes.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ControlState))]
internal sealed partial class ControlStateContext : JsonSerializerContext;
