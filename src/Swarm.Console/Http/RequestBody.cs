using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Swarm.OperatorConsole.Http;

/// <summary>Reads a JSON body by hand, since the framework's own binding does not say which field was wrong.</summary>
internal static class RequestBody
{
    /// <summary>Largest body taken, in bytes; the requests of this API are small.</summary>
    private const int Largest = 64 * 1024;

    /// <returns>The value, or the refusal that names the field and its value.</returns>
    public static async Task<(T? Value, ProblemHttpResult? Refusal)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        if (await ReadBytesAsync(request) is not { } bytes)
            return (null, TypedResults.Problem($"The body is larger than {Largest} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge));

        try
        {
            var value = JsonSerializer.Deserialize(bytes.Span, type);
            return value is null ? (null, Problems.Invalid("$", "null is not an object")) : (value, null);
        }
        catch (JsonException e)
        {
            return (null, Explain(bytes, e));
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadBytesAsync(HttpRequest request)
    {
        var buffer = new byte[Largest + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        if (length > Largest)
            return null;
        return buffer.AsMemory(0, length);
    }

    private static ProblemHttpResult Explain(ReadOnlyMemory<byte> bytes, JsonException error)
    {
        var path = error.Path is { Length: > 2 } full && full.StartsWith("$.", StringComparison.Ordinal) ? full[2..] : "$";
        var message = Plainly(error.Message.Split(" Path: ", 2)[0]);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var value = document.RootElement;
            foreach (var name in path == "$" ? [] : path.Split('.'))
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                    return Problems.Invalid(path, message);
            return Problems.Invalid(path, $"{Problems.Quote(value.GetRawText())}: {message}");
        }
        catch (JsonException malformed)
        {
            return Problems.Invalid("$", $"not JSON: {malformed.Message}");
        }
    }

    /// <summary>The serializer's words without the names of types of this program.</summary>
    private static string Plainly(string message) =>
        message.Contains("could not be mapped", StringComparison.Ordinal) ? "there is no such field"
        : message.Contains("could not be converted", StringComparison.Ordinal) ? "not a value that this can have"
        : message.Split("missing required properties including: ", 2) is [_, var missing] ? $"lacks {missing.TrimEnd('.')}"
        : message;
}
