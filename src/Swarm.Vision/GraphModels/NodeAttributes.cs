using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Swarm.Vision;

/// <summary>
/// The attributes of a node as JSON writes TensorFlow's <c>AttrValue</c>: whole numbers as strings, texts in base 64, one member named
/// after the kind of value.
/// </summary>
internal sealed class NodeAttributes(string node, IReadOnlyDictionary<string, JsonElement> values)
{
    public string Text(string name, string fallback) =>
        Value(name, "s") is { } value ? Decode(value) : fallback;

    public bool Flag(string name) => Value(name, "b") is { } value && value.GetBoolean();

    public long Whole(string name, long fallback) => Value(name, "i") is { } value ? Whole(value) : fallback;

    /// <summary>The name of a type, such as <c>DT_FLOAT</c>.</summary>
    public string? Type(string name) => Value(name, "type")?.GetString();

    public IReadOnlyList<long> Wholes(string name) =>
        List(name, "i") is { } items ? [.. items.EnumerateArray().Select(Whole)] : [];

    public IReadOnlyList<string> Texts(string name) =>
        List(name, "s") is { } items ? [.. items.EnumerateArray().Select(Decode)] : [];

    /// <summary>The sizes of a shape, -1 where a size is open; null without one.</summary>
    public IReadOnlyList<long>? Shape(string name) => Value(name, "shape") is { } shape
        ? shape.TryGetProperty("dim", out var sizes)
            ? [.. sizes.EnumerateArray().Select(size => size.TryGetProperty("size", out var value) ? Whole(value) : -1)]
            : []
        : null;

    private JsonElement? List(string name, string kind) =>
        Value(name, "list") is { } list && list.TryGetProperty(kind, out var items) ? items : null;

    private JsonElement? Value(string name, string kind) =>
        values.TryGetValue(name, out var value) && value.TryGetProperty(kind, out var inner) ? inner : null;

    private long Whole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new ConversionException($"node {node}: {value} is no whole number"),
    };

    private string Decode(JsonElement value)
    {
        try
        {
            return Encoding.UTF8.GetString(value.GetBytesFromBase64());
        }
        catch (FormatException exception)
        {
            throw new ConversionException($"node {node}: {value} is not in base 64", exception);
        }
    }
}
