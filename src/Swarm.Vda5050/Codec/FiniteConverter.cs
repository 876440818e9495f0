using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>Numbers that a double holds: <c>1e999</c> is JSON, but no number to reckon with (3.0: 7.1.4).</summary>
internal sealed class FiniteConverter : JsonConverter<double>
{
    public static double ReadFinite(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : throw new JsonException("not a finite number");

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadFinite(ref reader);

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
