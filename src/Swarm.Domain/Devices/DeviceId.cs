using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>The name of a device, unique within its scope; see <see cref="Identifier"/> for what it may hold.</summary>
[GenerateSerializer, Immutable, Alias("swarm.DeviceId")]
[JsonConverter(typeof(JsonConverter))]
public readonly record struct DeviceId
{
    /// <exception cref="FormatException">The text is no valid identifier.</exception>
    public DeviceId(string value) => Value = Identifier.Require(value, "device id");

    [Id(0)]
    public string Value { get; private init; }

    public static bool TryParse(string? text, out DeviceId id)
    {
        var valid = text is not null && Identifier.IsValid(text);
        id = valid ? new DeviceId { Value = text! } : default;
        return valid;
    }

    public override string ToString() => Value;

    public sealed class JsonConverter : JsonConverter<DeviceId>
    {
        public override DeviceId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var id) ? id : throw new JsonException("not a valid device id");

        public override void Write(Utf8JsonWriter writer, DeviceId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

        public override DeviceId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, DeviceId value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Value);
    }
}
