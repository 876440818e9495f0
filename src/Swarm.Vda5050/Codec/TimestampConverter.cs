using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>
/// UTC with milliseconds. Read is any ISO 8601 time; one without an offset is taken for UTC, since both versions say that times are (3.0: 7.2).
/// </summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String
            && reader.TryGetDateTime(out _)
            && DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, Utc, out var time))
            return time;

        throw new JsonException("not a time such as 2026-05-01T08:30:00.125Z");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
