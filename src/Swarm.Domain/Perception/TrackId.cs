using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>
/// Names a track for its whole life, also when another cell becomes its owner. It carries the activation that minted it, so
/// that no two cells ever mint the same.
/// </summary>
[GenerateSerializer, Immutable, Alias("swarm.TrackId")]
[JsonConverter(typeof(JsonConverter))]
public readonly record struct TrackId([property: Id(0)] string Value)
{
    public override string ToString() => Value;

    public sealed class JsonConverter : JsonConverter<TrackId>
    {
        public override TrackId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? throw new JsonException("a track id is a string"));

        public override void Write(Utf8JsonWriter writer, TrackId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
