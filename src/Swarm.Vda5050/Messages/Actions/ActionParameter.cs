using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>A named value of any JSON type but null (3.0: 7.3.1).</summary>
public sealed record ActionParameter
{
    public required string Key { get; init; }

    public required JsonElement Value { get; init; }

    /// <summary>The value, if it is a text.</summary>
    [JsonIgnore]
    public string? Text => Value.ValueKind == JsonValueKind.String ? Value.GetString() : null;

    public static ActionParameter Of(string key, string value) =>
        new() { Key = key, Value = JsonSerializer.SerializeToElement(value, ShapeContext.Default.String) };

    public static ActionParameter Of(string key, double value) =>
        new() { Key = key, Value = JsonSerializer.SerializeToElement(value, ShapeContext.Default.Double) };

    public bool Equals(ActionParameter? other) =>
        other is not null && Key == other.Key && JsonElement.DeepEquals(Value, other.Value);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
