using System.Text.Json.Nodes;

namespace Swarm.Vda5050.Tests;

/// <summary>
/// Checks a text against the part of JSON Schema that the published schemas use. A keyword that is not known here is a fault of the test,
/// so that nothing is left unchecked unseen.
/// </summary>
internal sealed class JsonSchemaCheck(JsonObject root)
{
    private static readonly HashSet<string> Remarks =
        ["$schema", "title", "description", "examples", "subtopic", "unit", "definitions", "format", "objects", "well"];

    private readonly List<string> _faults = [];

    public static IReadOnlyList<string> Faults(string schemaFile, ReadOnlySpan<byte> message)
    {
        var check = new JsonSchemaCheck(JsonNode.Parse(File.ReadAllText(schemaFile).TrimStart('\uFEFF'))!.AsObject());
        check.Check(check.Root, JsonNode.Parse(message), "$");
        return check._faults;
    }

    private JsonObject Root => root;

    private void Check(JsonObject schema, JsonNode? value, string path)
    {
        foreach (var (keyword, rule) in schema)
        {
            switch (keyword)
            {
                case "$ref": Check(Resolve(rule!.GetValue<string>()), value, path); break;
                case "type": Require(Types(rule!).Any(type => IsOf(type, value)), path, $"is not of type {rule!.ToJsonString()}"); break;
                case "enum": Require(rule!.AsArray().Any(item => JsonNode.DeepEquals(item, value)) || value is JsonArray, path, $"is none of {rule!.ToJsonString()}"); break;
                case "const": Require(JsonNode.DeepEquals(rule, value), path, $"is not {rule!.ToJsonString()}"); break;
                case "minimum": Require(Number(value) is not { } low || low >= rule!.GetValue<double>(), path, $"is less than {rule}"); break;
                case "maximum": Require(Number(value) is not { } high || high <= rule!.GetValue<double>(), path, $"is more than {rule}"); break;
                case "minItems": Require(value is not JsonArray few || few.Count >= rule!.GetValue<int>(), path, $"has fewer than {rule} items"); break;
                case "required": Required(rule!.AsArray(), value, path); break;
                case "properties": Properties(rule!.AsObject(), value, path); break;
                case "items": Items(rule!.AsObject(), value, path); break;
                case "allOf": rule!.AsArray().ToList().ForEach(part => Check(part!.AsObject(), value, path)); break;
                case "if" when Holds(rule!.AsObject(), value): Check(schema["then"]!.AsObject(), value, path); break;
                case "if" or "then": break;
                default: Assert.Contains(keyword, Remarks); break;
            }
        }
    }

    private bool Holds(JsonObject condition, JsonNode? value)
    {
        var inner = new JsonSchemaCheck(Root);
        inner.Check(condition, value, "");
        return inner._faults.Count == 0;
    }

    private void Required(JsonArray names, JsonNode? value, string path)
    {
        foreach (var name in names.Select(name => name!.GetValue<string>()))
            Require(value is not JsonObject item || item.ContainsKey(name), path, $"lacks {name}");
    }

    private void Properties(JsonObject properties, JsonNode? value, string path)
    {
        foreach (var (name, rule) in properties)
        {
            if (value is JsonObject item && item.TryGetPropertyValue(name, out var inner))
                Check(rule!.AsObject(), inner, $"{path}.{name}");
        }
    }

    private void Items(JsonObject rule, JsonNode? value, string path)
    {
        for (var i = 0; value is JsonArray list && i < list.Count; i++)
            Check(rule, list[i], $"{path}[{i}]");
    }

    private JsonObject Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)Root, (node, part) => node[part]!).AsObject();

    private void Require(bool holds, string path, string problem)
    {
        if (!holds)
            _faults.Add($"{path} {problem}");
    }

    private static IEnumerable<string> Types(JsonNode rule) =>
        rule is JsonArray several ? several.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()];

    private static double? Number(JsonNode? value) =>
        value?.GetValueKind() == System.Text.Json.JsonValueKind.Number ? value.GetValue<double>() : null;

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && Math.Floor(number).Equals(number),
        _ => throw new InvalidOperationException($"The schema names type {type}."),
    };
}
