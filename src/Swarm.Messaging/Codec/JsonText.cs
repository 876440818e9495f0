using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>
/// JSON text in the making, for the messages that every device is sent ten times a second: numbers have the digits that mean something,
/// and nobody checks that the pieces make JSON.
/// </summary>
internal ref struct JsonText(int capacity)
{
    /// <summary>The longest of what is written in one piece, but for text: a double, a time.</summary>
    private const int LongestPiece = 40;

    private const double MostExact = 1L << 53;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.,:/ ");

    private static readonly byte[][] Classes =
        [.. Enum.GetNames<ObjectClass>().Select(name => Encoding.UTF8.GetBytes($"\"{JsonNamingPolicy.CamelCase.ConvertName(name)}\""))];

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);
    private int _length;

    /// <summary>The text. Nothing can be done with this afterwards.</summary>
    public byte[] ToArray()
    {
        var text = _bytes.AsSpan(0, _length).ToArray();
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        return text;
    }

    public void Raw(scoped ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        _length += json.Length;
    }

    /// <param name="decimals">Digits after the point, 0 to 6; those that are zero at the end are left out.</param>
    /// <exception cref="ArgumentException">The number is not finite.</exception>
    public void Number(double value, int decimals) => Steps(value, Math.Round(value * Powers[decimals]), decimals);

    /// <summary>
    /// A variance, rounded up by so much that a covariance of up to 4 × 4 whose other elements are rounded to the same number of decimals stays
    /// one: what is added to the diagonal outweighs the rounding of the rest of the row (Gershgorin's circles).
    /// </summary>
    /// <exception cref="ArgumentException">The number is not finite.</exception>
    public void Variance(double value, int decimals) => Steps(value, Math.Ceiling((value * Powers[decimals]) + 1.5), decimals);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Class(ObjectClass value) => Raw(Classes[(int)value]);

    public void Time(DateTimeOffset value)
    {
        var room = Room(LongestPiece);
        room[0] = (byte)'"';
        Utf8Formatter.TryFormat(value.UtcDateTime, room[1..], out var written, 'O');
        room[written + 1] = (byte)'"';
        _length += written + 2;
    }

    public void Text(string value)
    {
        Raw("\""u8);
        if (value.AsSpan().ContainsAnyExcept(Plain))
            Raw(JsonEncodedText.Encode(value).EncodedUtf8Bytes);
        else
            _length += Encoding.ASCII.GetBytes(value, Room(value.Length));

        Raw("\""u8);
    }

    public void Devices(IReadOnlyList<DeviceId> devices)
    {
        Raw("["u8);
        for (var i = 0; i < devices.Count; i++)
        {
            if (i > 0)
                Raw(","u8);

            Text(devices[i].Value);
        }

        Raw("]"u8);
    }

    /// <param name="value">In full, for where it is too large to be counted in steps.</param>
    /// <param name="steps">How many of the last decimal place.</param>
    private void Steps(double value, double steps, int decimals)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"{value} is no number that JSON has.", nameof(value));

        if (Math.Abs(steps) < MostExact)
        {
            Steps((long)steps, decimals);
            return;
        }

        Utf8Formatter.TryFormat(value, Room(LongestPiece), out var written);
        _length += written;
    }

    private void Steps(long steps, int decimals)
    {
        Span<byte> digits = stackalloc byte[LongestPiece];
        var first = LongestPiece;
        var rest = Math.Abs(steps);
        while (decimals > 0 && rest % 10 == 0)
        {
            rest /= 10;
            decimals--;
        }

        // From the last digit to the one before the point, which is there also where it is 0.
        for (var point = decimals; point >= 0 || rest > 0; point--)
        {
            if (point == 0 && decimals > 0)
                digits[--first] = (byte)'.';

            digits[--first] = (byte)('0' + (rest % 10));
            rest /= 10;
        }

        if (steps < 0)
            digits[--first] = (byte)'-';

        Raw(digits[first..]);
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _length < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, _length + length));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(_length);
    }
}
