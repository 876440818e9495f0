using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Messaging;

/// <summary>
/// A struct of named numbers, such as a point. A frame of detections holds dozens of them, and the serializer's own way for types with a
/// constructor boxes every number.
/// </summary>
/// <param name="required">How many of the <paramref name="names"/>, from the first, must be there; the others are 0 where they are absent.</param>
internal abstract class NumbersConverter<T>(int required, params string[] names) : JsonConverter<T>
    where T : struct
{
    private readonly JsonNames _quoted = new(names);
    private readonly JsonEncodedText[] _names = [.. names.Select(name => JsonEncodedText.Encode(name))];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"is no object of {string.Join(", ", names)}");

        Span<double> values = stackalloc double[_names.Length];
        var there = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = Find(ref reader);
            reader.Read();
            if (index < 0)
            {
                reader.Skip();
                continue;
            }

            if (reader.TokenType != JsonTokenType.Number)
                throw new JsonMemberException(names[index], "is no number");

            values[index] = reader.GetDouble();
            there |= 1 << index;
        }

        for (var i = 0; i < required; i++)
        {
            if ((there & (1 << i)) == 0)
                throw new JsonException($"has no '{names[i]}'");
        }

        return Make(values);
    }

    /// <returns>False where the general reader must read it.</returns>
    public bool TryRead(ref JsonCursor json, out T value)
    {
        Span<double> values = stackalloc double[_names.Length];
        var members = new JsonMembers(_quoted, required);
        while (members.Next(ref json))
            members.Took(json.Number(out values[members.Index]));

        value = members.IsComplete ? Make(values) : default;
        return members.IsComplete;
    }

    /// <returns>False where the general reader must read it.</returns>
    public bool TryRead(ref JsonCursor json, out T? value)
    {
        var read = TryRead(ref json, out T some);
        value = some;
        return read;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        Span<double> values = stackalloc double[_names.Length];
        Take(value, values);
        writer.WriteStartObject();
        for (var i = 0; i < _names.Length; i++)
            writer.WriteNumber(_names[i], values[i]);

        writer.WriteEndObject();
    }

    /// <param name="values">In the order of the names.</param>
    protected abstract T Make(ReadOnlySpan<double> values);

    protected abstract void Take(T value, Span<double> values);

    private int Find(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (reader.ValueTextEquals(_names[i].EncodedUtf8Bytes))
                return i;
        }

        return -1;
    }
}
