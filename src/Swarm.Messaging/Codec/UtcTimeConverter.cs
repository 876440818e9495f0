using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Messaging;

/// <summary>
/// Times are ISO 8601 with their offset from UTC: without one, a reader would have to guess the sender's time zone. Written with <c>Z</c>.
/// </summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryRead(ref reader, out var time) ? time : throw new JsonException("not a time such as 2026-05-01T08:30:00.125Z");

    public static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset time)
    {
        time = default;
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTimeOffset(out var given) || !HasOffset(reader.ValueSpan))
            return false;

        time = given.ToUniversalTime();
        return true;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);

    private static bool HasOffset(ReadOnlySpan<byte> text) =>
        text.Length > "yyyy-MM-dd".Length && (text[^1] is (byte)'Z' or (byte)'z' || text["yyyy-MM-dd".Length..].ContainsAny((byte)'+', (byte)'-'));
}
