using System.Text;
using System.Text.Json;

namespace Swarm.Messaging;

/// <summary>The names that a JSON object can have, or the words that a string can be, as they stand in the text: in quotes.</summary>
internal sealed class JsonNames(params IReadOnlyList<string> names)
{
    private readonly byte[][] _quoted = [.. names.Select(name => Encoding.UTF8.GetBytes($"\"{name}\""))];

    /// <summary>The names of an enumeration that counts from 0: the place of each is its value.</summary>
    public static JsonNames Of<TEnum>()
        where TEnum : struct, Enum => new([.. Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName)]);

    /// <param name="likely">Looked at first.</param>
    /// <returns>The one that the text begins with; -1 for none.</returns>
    public int Find(ReadOnlySpan<byte> text, int likely)
    {
        if (likely < _quoted.Length && text.StartsWith(_quoted[likely]))
            return likely;

        for (var i = 0; i < _quoted.Length; i++)
        {
            if (text.StartsWith(_quoted[i]))
                return i;
        }

        return -1;
    }

    public int LengthOf(int index) => _quoted[index].Length;
}
