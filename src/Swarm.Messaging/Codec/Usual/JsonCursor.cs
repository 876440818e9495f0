using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>
/// Reads JSON that is as a sender usually writes it: known names, each once, no null, no escapes. Each method is false on anything else,
/// which may well be good JSON, and leaves it to the general reader to say; what they take they read as that one does.
/// </summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> json)
{
    /// <summary>So many digits, and so many of them behind the point, and the quotient of two exact doubles is the nearest one (Clinger 1990).</summary>
    private const int ExactDigits = 15;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    private readonly ReadOnlySpan<byte> _json = json;
    private int _at;

    /// <summary>Nothing but white space is left.</summary>
    public bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return _at == _json.Length;
        }
    }

    private readonly ReadOnlySpan<byte> Rest => _json[_at..];

    /// <summary>Takes a bracket, comma or colon.</summary>
    public bool Take(byte symbol)
    {
        SkipSpace();
        if (_at == _json.Length || _json[_at] != symbol)
            return false;

        _at++;
        return true;
    }

    /// <summary>Takes a string that is one of <paramref name="words"/>.</summary>
    /// <param name="likely">Looked at first.</param>
    /// <returns>Which one; -1 for none.</returns>
    public int Word(JsonNames words, int likely)
    {
        SkipSpace();
        var index = words.Find(Rest, likely);
        _at += index < 0 ? 0 : words.LengthOf(index);
        return index;
    }

    /// <summary>Takes a string of plain ASCII; its quotes are in the text.</summary>
    private bool Quoted(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!Take((byte)'"'))
            return false;

        var length = Rest.IndexOf((byte)'"');
        if (length < 0 || Rest[..length].ContainsAnyExceptInRange((byte)' ', (byte)'~') || Rest[..length].Contains((byte)'\\'))
            return false;

        text = _json.Slice(_at - 1, length + 2);
        _at += length + 1;
        return true;
    }

    public bool Time(out DateTimeOffset time)
    {
        time = default;
        if (!Quoted(out var text))
            return false;

        var reader = new Utf8JsonReader(text);
        return reader.Read() && UtcTimeConverter.TryRead(ref reader, out time);
    }

    public bool Number(out double value)
    {
        value = 0;
        var negative = Take((byte)'-');
        var start = _at;
        var before = Digits(out var digits);
        if (before == 0 || (before > 1 && _json[start] == '0'))
            return false;

        var behind = 0;
        if (_at < _json.Length && _json[_at] == '.')
        {
            _at++;
            behind = Digits(out var fraction);
            if (behind == 0)
                return false;

            digits = unchecked((digits * (long)Powers[Math.Min(behind, ExactDigits)]) + fraction);
        }

        var hasExponent = _at < _json.Length && _json[_at] is (byte)'e' or (byte)'E';
        if (!hasExponent && before + behind <= ExactDigits)
        {
            value = digits / Powers[behind];
        }
        else
        {
            if (!Utf8Parser.TryParse(_json[start..], out value, out var length) || (!hasExponent && start + length != _at))
                return false;

            _at = start + length;
        }

        value = negative ? -value : value;
        return true;
    }

    public bool Number(out double? value)
    {
        var read = Number(out double some);
        value = some;
        return read;
    }

    /// <summary>Takes a whole number that is not negative and has at most 18 digits.</summary>
    public bool Whole(out long? value)
    {
        SkipSpace();
        var start = _at;
        var length = Digits(out var some);
        value = some;
        return length is > 0 and < 19 && !(length > 1 && _json[start] == '0');
    }

    public bool Text(out string? value)
    {
        var read = Quoted(out var text);
        value = read ? Encoding.ASCII.GetString(text[1..^1]) : null;
        return read;
    }

    public bool Device(out DeviceId? value)
    {
        var read = Text(out var text) & DeviceId.TryParse(text, out var device);
        value = device;
        return read;
    }

    /// <summary>How often a byte is there before the next <paramref name="end"/>.</summary>
    public readonly int CountUntil(byte end, byte what) => Rest.IndexOf(end) is var length and >= 0 ? Rest[..length].Count(what) : 0;

    private int Digits(out long value)
    {
        value = 0;
        var start = _at;
        while (_at < _json.Length && _json[_at] - '0' is >= 0 and <= 9 and var digit)
        {
            value = unchecked((value * 10) + digit);
            _at++;
        }

        return _at - start;
    }

    private void SkipSpace()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            _at++;
    }
}
