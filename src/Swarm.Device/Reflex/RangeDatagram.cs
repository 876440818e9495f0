using System.Buffers.Binary;
using Swarm.Inference;

namespace Swarm.Device;

/// <summary>
/// A frame in a datagram: 32-bit floats, little-endian. Speed (m/s), yaw rate (rad/s), load (0 to 1), friction, then the nearest ranges (m) of 1 to 720 equal sectors,
/// the first centred straight ahead, counter-clockwise. What is no valid value is passed on: the reflex answers it with a stop, by name.
/// </summary>
public static class RangeDatagram
{
    public const int MostSectors = 720;
    public const int MostBytes = sizeof(float) * (Header + MostSectors);

    private const int Header = 4;

    /// <returns>False for a datagram of another shape.</returns>
    public static bool TryRead(ReadOnlySpan<byte> datagram, out ReflexInput input)
    {
        var sectors = (datagram.Length / sizeof(float)) - Header;
        if (datagram.Length % sizeof(float) != 0 || sectors is < 1 or > MostSectors)
        {
            input = default;
            return false;
        }

        Span<float> ranges = stackalloc float[sectors];
        for (var i = 0; i < sectors; i++)
            ranges[i] = Float(datagram, Header + i);
        input = new(SectorRanges.Fold(ranges), Float(datagram, 0), Float(datagram, 1), Float(datagram, 2), Float(datagram, 3));
        return true;
    }

    private static float Float(ReadOnlySpan<byte> datagram, int index) => BinaryPrimitives.ReadSingleLittleEndian(datagram[(index * sizeof(float))..]);
}
