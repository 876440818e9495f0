using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Cli;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<FleetModel>))]
[JsonSerializable(typeof(FleetRollout))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class FleetModelJson : JsonSerializerContext;
