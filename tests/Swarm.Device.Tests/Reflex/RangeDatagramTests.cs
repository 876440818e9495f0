using CsCheck;
using Swarm.Inference;

namespace Swarm.Device.Tests;

public sealed class RangeDatagramTests
{
    [Fact]
    public void TryRead_AsSent_TheSameInput()
    {
        float[] ranges = [.. Enumerable.Range(1, SectorRanges.Count).Select(i => i / 4f)];

        Assert.True(RangeDatagram.TryRead(Bytes([1.5f, -0.25f, 0.5f, 0.75f, .. ranges]), out var input));
        Assert.Equal((1.5, -0.25, 0.5, 0.75), (input.Speed, input.YawRate, input.Load, input.Friction));
        Assert.Equal(ranges, ((ReadOnlySpan<float>)input.Ranges).ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(19)]
    [InlineData(RangeDatagram.MostBytes + 4)]
    public void TryRead_OtherLength_Refused(int length) => Assert.False(RangeDatagram.TryRead(new byte[length], out _));

    /// <summary>Whatever is in it, the reflex has an answer.</summary>
    [Fact]
    public void TryRead_AnyBytes_RefusedOrAnswered() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        if (RangeDatagram.TryRead(bytes, out var input))
            Assert.InRange(new Swarm.Inference.Reflex(new() { Length = 1, Width = 1, MaxSpeed = 2, Acceleration = 1, Braking = 1 }, net: null).Step(input).Speed, 0, 2);
    });

    private static byte[] Bytes(float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
