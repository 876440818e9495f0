using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>Open lists of names of which 3.0 spells some anew. Names that are in no table pass as they are.</summary>
internal static class OpenNames
{
    public static readonly JsonConverter<string> Kinematics = new One(
        new() { ["DIFF"] = "DIFFERENTIAL", ["OMNI"] = "OMNIDIRECTIONAL", ["THREEWHEEL"] = "THREE_WHEEL" });

    public static readonly JsonConverter<IReadOnlyList<string>> Navigation = new Many(new One(new() { ["AUTONOMOUS"] = "FREELY_NAVIGATING" }));

    private sealed class One(Dictionary<string, string> newNames) : JsonConverter<string>
    {
        private readonly Dictionary<string, string> _oldNames = newNames.ToDictionary(pair => pair.Value, pair => pair.Key);

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var name = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("not a text");
            return newNames.GetValueOrDefault(name, name);
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(_oldNames.GetValueOrDefault(value, value));
    }

    private sealed class Many(One one) : JsonConverter<IReadOnlyList<string>>
    {
        public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException("not a list");

            var names = new List<string>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                names.Add(one.Read(ref reader, typeof(string), options));
            return names;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var name in value)
                one.Write(writer, name, options);
            writer.WriteEndArray();
        }
    }
}
