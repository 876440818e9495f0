using System.Globalization;
using System.Text.Json;

namespace Swarm.Messaging;

/// <summary>Tells text that is no JSON from JSON with the wrong fields, and says where.</summary>
internal static class JsonRefusal
{
    public static Refusal Of(ReadOnlySpan<byte> payload, JsonException exception)
    {
        var broken = FirstError(payload);
        if (broken is not null)
        {
            var at = (broken.BytePositionInLine ?? 0).ToString(CultureInfo.InvariantCulture);
            var line = (broken.LineNumber ?? 0).ToString(CultureInfo.InvariantCulture);
            return new Refusal(RefusalReason.MalformedJson, $"payload is no JSON at line {line}, byte {at}");
        }

        var path = exception.Path is { Length: > 2 } given ? given.TrimStart('$', '.') : "payload";
        if (exception is JsonMemberException { Member: var member })
            path = $"{path}.{member}";

        return new Refusal(RefusalReason.WrongField, $"{Shorten(path)}: {Shorten(Plainly(FirstSentence(exception.Message)))}");
    }

    /// <summary>The serializer's own message, without the path that it appends; it names the missing fields and the wrong type.</summary>
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    /// <summary>Without the names of types of this program, which say nothing to who writes firmware.</summary>
    private static string Plainly(string message) =>
        message.Contains("could not be converted", StringComparison.Ordinal) ? "not a value that this can have"
        : message.Split("missing required properties including: ", 2) is [_, var missing] ? $"lacks {missing.TrimEnd('.')}"
        : message;

    private static JsonException? FirstError(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = ProtocolJson.Default.Options.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException exception)
        {
            return exception;
        }
    }

    private static string Shorten(string text) =>
        text.Length <= ProtocolLimits.MaxText ? text : string.Concat(text.AsSpan(0, ProtocolLimits.MaxText), "…");
}
