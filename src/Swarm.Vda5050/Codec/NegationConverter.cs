using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>A flag that the other version states the other way round.</summary>
internal sealed class NegationConverter : JsonConverter<bool?>
{
    public static readonly NegationConverter Instance = new();

    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => false,
        JsonTokenType.False => true,
        _ => throw new JsonException("neither true nor false"),
    };

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } given)
            writer.WriteBooleanValue(!given);
        else
            writer.WriteNullValue();
    }
}
