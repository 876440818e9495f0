using System.Text.Json;

namespace Swarm.Vda5050;

/// <summary>What the serializer says, without the names of types of this program.</summary>
internal static class JsonFault
{
    private const string Missing = "missing required properties including: ";

    public static Violation Of(JsonException exception)
    {
        var path = exception.Path is { Length: > 0 } given ? given : "$";
        var message = exception.Message;
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        if (end >= 0)
            message = message[..end];

        return exception is UnknownNameException ? new Violation(path, Rule.KnownName, message)
            : message == "not a finite number" ? new Violation(path, Rule.Finite, message)
            : message.Contains("uplicate property", StringComparison.Ordinal) ? new Violation(path, Rule.Json, "names a field twice")
            : new Violation(path, Rule.Shape, Plainly(message));
    }

    private static string Plainly(string message) =>
        message.Contains("could not be converted", StringComparison.Ordinal) ? "is not a value that this can have"
        : message.Contains("doesn't allow setting null", StringComparison.Ordinal) || message.Contains("null", StringComparison.Ordinal) ? "is null"
        : message.Split(Missing, 2) is [_, var missing] ? $"lacks {missing.TrimEnd('.')}"
        : message;
}
