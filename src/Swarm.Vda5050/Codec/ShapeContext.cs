using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>The shapes of all messages, in the names of 3.0. <see cref="VersionShape"/> turns them into those of a version.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(OrderMessage))]
[JsonSerializable(typeof(InstantActionsMessage))]
[JsonSerializable(typeof(StateMessage))]
[JsonSerializable(typeof(VisualizationMessage))]
[JsonSerializable(typeof(ConnectionMessage))]
[JsonSerializable(typeof(FactsheetMessage))]
[JsonSerializable(typeof(ZoneSetMessage))]
[JsonSerializable(typeof(ResponsesMessage))]
internal sealed partial class ShapeContext : JsonSerializerContext;
