using System.Buffers;

namespace Swarm.Domain;

/// <summary>The rule for names that become a level of an MQTT topic and part of a grain key.</summary>
public static class Identifier
{
    /// <summary>Longest identifier, in characters.</summary>
    public const int MaxLength = 64;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>
    /// True for 1 to 64 characters out of letters, digits, <c>-</c>, <c>.</c>, <c>_</c> and <c>~</c> that do not
    /// begin with <c>_</c> (such names are the site's own, as in <c>_site</c>).
    /// </summary>
    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MaxLength && text[0] != '_' && !text.ContainsAnyExcept(Allowed);

    internal static string Require(string? text, string what) =>
        text is not null && IsValid(text)
            ? text
            : throw new FormatException(
                $"'{Shorten(text)}' is no {what}: 1 to {MaxLength} letters, digits, '-', '.', '_' or '~', not beginning with '_'.");

    private static string? Shorten(string? text) => text is { Length: > MaxLength } ? string.Concat(text.AsSpan(0, MaxLength), "…") : text;
}
