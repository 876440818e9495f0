using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>The name of a site, unique within its scope; see <see cref="Identifier"/> for what it may hold.</summary>
[GenerateSerializer, Immutable, Alias("swarm.SiteId")]
[JsonConverter(typeof(JsonConverter))]
public readonly record struct SiteId
{
    /// <exception cref="FormatException">The text is no valid identifier.</exception>
    public SiteId(string value) => Value = Identifier.Require(value, "site id");

    [Id(0)]
    public string Value { get; private init; }

    public static bool TryParse(string? text, out SiteId id)
    {
        var valid = text is not null && Identifier.IsValid(text);
        id = valid ? new SiteId { Value = text! } : default;
        return valid;
    }

    public override string ToString() => Value;

    public sealed class JsonConverter : JsonConverter<SiteId>
    {
        public override SiteId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var id) ? id : throw new JsonException("not a valid site id");

        public override void Write(Utf8JsonWriter writer, SiteId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

        public override SiteId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, SiteId value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Value);
    }
}
