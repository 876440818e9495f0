using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>An enumeration by its names in messages: the member's in upper case with underscores, unless others are given.</summary>
internal sealed class NameConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, string> _names = [];
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);

    /// <param name="names">What a member is written as, where that is not its own name. Several may share one: the first that is a member's only name is read.</param>
    /// <param name="alsoRead">Further names that are read.</param>
    public NameConverter(IReadOnlyDictionary<T, string> names, params ReadOnlySpan<(string Name, T Value)> alsoRead)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (!names.ContainsKey(value))
                _values[_names[value] = JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString())] = value;
        }

        foreach (var (value, name) in names)
        {
            _names[value] = name;
            _values.TryAdd(name, value);
        }

        foreach (var (name, value) in alsoRead)
            _values.TryAdd(name, value);
    }

    public NameConverter()
        : this(new Dictionary<T, string>())
    {
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"not a text, but {reader.TokenType}");

        var name = reader.GetString()!;
        return _values.TryGetValue(name, out var value)
            ? value
            : throw new UnknownNameException(name, _values.Keys);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(_names[value]);
}
