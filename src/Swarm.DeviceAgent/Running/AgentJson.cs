using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.DeviceAgent;

[JsonSerializable(typeof(AgentStatistics))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class AgentJson : JsonSerializerContext;
