using System.Text.Json.Serialization;

namespace Swarm.Inference;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    WriteIndented = true,
    MaxDepth = 4)]
[JsonSerializable(typeof(ModelPackageText))]
internal sealed partial class ModelPackageJson : JsonSerializerContext;
