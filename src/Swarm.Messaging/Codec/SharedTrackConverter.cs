using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>
/// A track is told to many devices in one tick, the same record to each: its JSON is made once, and lives as long as the record does.
/// </summary>
internal sealed class SharedTrackConverter : JsonConverter<Track>
{
    private static readonly ConditionalWeakTable<Track, byte[]> Written = [];

    public override Track? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, TrackJson.Default.Track);

    public override void Write(Utf8JsonWriter writer, Track value, JsonSerializerOptions options) =>
        writer.WriteRawValue(
            Written.GetValue(value, static track => JsonSerializer.SerializeToUtf8Bytes(track, TrackJson.Default.Track)),
            skipInputValidation: true);
}
