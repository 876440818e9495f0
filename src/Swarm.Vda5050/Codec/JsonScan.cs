using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Swarm.Vda5050;

/// <summary>
/// A first walk over a text: is it JSON, not too deep, and without null in lists (which no schema allows and no C# type refuses)?
/// Values of action parameters and of 3D data may hold anything.
/// </summary>
internal static class JsonScan
{
    public static Violation? FirstFault(ReadOnlySpan<byte> text, CodecLimits limits)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var path = new List<(string? Name, int Index)>();
        var free = int.MaxValue;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray or JsonTokenType.PropertyName) && path is [.., (null, _)])
                    path[^1] = (null, path[^1].Index + 1);

                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        path.Add(reader.TokenType == JsonTokenType.StartObject ? ("", -1) : (null, -1));
                        if (path.Count > limits.MaxDepth)
                            return new Violation("$", Rule.Depth, Invariant($"more than {limits.MaxDepth} objects and lists within one another"));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        path.RemoveAt(path.Count - 1);
                        break;
                    case JsonTokenType.PropertyName:
                        var name = reader.GetString()!;
                        path[^1] = (name, -1);
                        free = name is "value" or "data" ? Math.Min(free, path.Count) : free >= path.Count ? int.MaxValue : free;
                        break;
                    case JsonTokenType.Null when path is [.., (null, _)] && path.Count <= free:
                        return new Violation(Text(path), Rule.Shape, "is null");
                }
            }

            return null;
        }
        catch (JsonException exception)
        {
            return new Violation("$", Rule.Json,
                Invariant($"no JSON at line {exception.LineNumber ?? 0}, byte {exception.BytePositionInLine ?? 0}"));
        }
        catch (InvalidOperationException)
        {
            return new Violation("$", Rule.Json, "no JSON: a name is no UTF-8");
        }
    }

    private static string Text(List<(string? Name, int Index)> path)
    {
        var text = new StringBuilder("$");
        foreach (var (name, index) in path)
            _ = name is null ? text.Append(CultureInfo.InvariantCulture, $"[{index}]") : text.Append('.').Append(name);
        return text.ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
