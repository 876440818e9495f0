using System.Buffers;
using System.Text;
using CsCheck;
using Swarm.Domain;

namespace Swarm.Messaging.Tests;

public sealed class SurroundingsJsonTests
{
    private const double Square = 1e-5;

    private static readonly Hazard Child = new(
        new TrackId("c0,0-1f3a-17"),
        null,
        ObjectClass.Pedestrian,
        new Position(13.60049, -0.0004, double.Epsilon),
        new Velocity(-1.3, 20),
        new Covariance2(0.0601, 0.012346, 0.05),
        TimeToCollision: 2.1,
        Distance: 0,
        Probability: 0.83333,
        [new DeviceId("drone-1"), new DeviceId("wagon-3")],
        SeenBySelf: false);

    [Fact]
    public void Encode_Hazards_HaveTheDigitsThatMeanSomething() =>
        Assert.Equal(
            """
            {"time":"2026-05-01T08:30:00.0000000Z","hazards":[{"track":"c0,0-1f3a-17","other":null,"class":"pedestrian","position":{"x":13.6,"y":0,"z":0},"velocity":{"x":-1.3,"y":20},"covariance":{"xx":0.06012,"xy":0.01235,"yy":0.05002},"timeToCollision":2.1,"distance":0,"probability":0.8333,"seenBy":["drone-1","wagon-3"],"seenBySelf":false}]}
            """,
            Encoding.UTF8.GetString(ProtocolCodec.Encode(new HazardList(Generate.Now, [Child]))));

    [Fact]
    public void Encode_NoHazards_IsAnEmptyList() =>
        Assert.Equal("""{"time":"2026-05-01T08:30:00.0000000Z","hazards":[]}""", Encoding.UTF8.GetString(ProtocolCodec.Encode(new HazardList(Generate.Now, []))));

    [Fact]
    public void Encode_Hazards_AreReadAsTheyWereButForRounding() =>
        Generate.Hazards.Sample(list =>
        {
            var read = Assert.IsType<HazardList>(Decode(list));

            Assert.Equal(list.Time, read.Time);
            Assert.Equal(list.Hazards.Count, read.Hazards.Count);
            foreach (var (sent, got) in list.Hazards.Zip(read.Hazards))
            {
                Near(sent.Velocity, got.Velocity);
                Near(sent.Covariance.XX, got.Covariance.XX, 2.5 * Square);
                Near(sent.Covariance.XY, got.Covariance.XY, Square / 2);
                Near(sent.Covariance.YY, got.Covariance.YY, 2.5 * Square);
                Near(sent.TimeToCollision, got.TimeToCollision, 0.0005);
                Near(sent.Distance, got.Distance, 0.0005);
                Near(sent.Probability, got.Probability, 0.00005);
                Assert.Equal(sent.SeenBy, got.SeenBy);
                Assert.Equal(
                    sent with { Velocity = default, Covariance = default, TimeToCollision = 0, Distance = 0, Probability = 0, SeenBy = [] },
                    got with { Velocity = default, Covariance = default, TimeToCollision = 0, Distance = 0, Probability = 0, SeenBy = [] });
            }
        });

    [Fact]
    public void Encode_Tracks_AreReadAsTheyWereButForRounding() =>
        Generate.Tracks.Sample(list =>
        {
            var read = Assert.IsType<TrackList>(Decode(list));

            Assert.Equal(list.Time, read.Time);
            Assert.Equal(list.Gone, read.Gone);
            Assert.Equal(list.Tracks.Count, read.Tracks.Count);
            foreach (var (sent, got) in list.Tracks.Zip(read.Tracks))
            {
                Near(sent.Velocity, got.Velocity);
                Near(sent.Covariance.XX, got.Covariance.XX, 2.5 * Square);
                Near(sent.Covariance.VxVy, got.Covariance.VxVy, Square / 2);
                Near(sent.Covariance.VyVy, got.Covariance.VyVy, 2.5 * Square);
                Near(sent.Existence, got.Existence, 0.00005);
                Near(sent.Yaw ?? 0, got.Yaw ?? 0, 0.00005);
                Near(sent.Size?.Width ?? 0, got.Size?.Width ?? 0, 0.0005);
                Assert.Equal(sent.SeenBy, got.SeenBy);
                Assert.Equal(
                    sent with { Velocity = default, Covariance = default, Existence = 0, SeenBy = [], Size = null, Yaw = null },
                    got with { Velocity = default, Covariance = default, Existence = 0, SeenBy = [], Size = null, Yaw = null });
            }
        });

    /// <summary>Of rank one: the least that is taken off on the diagonal, or put on beside it, makes it none.</summary>
    [Fact]
    public void Encode_CovarianceOfRankOne_IsStillTaken() =>
        Gen.Double[-1, 1].Array[4].Sample(v =>
        {
            var covariance = new KinematicCovariance(
                v[0] * v[0], v[0] * v[1], v[0] * v[2], v[0] * v[3], v[1] * v[1], v[1] * v[2], v[1] * v[3], v[2] * v[2], v[2] * v[3], v[3] * v[3]);
            var track = new Track(
                new TrackId("t"), ObjectClass.Robot, Generate.Now, default, default, covariance, 1, true, []);

            Decode(new TrackList(Generate.Now, [track]));
        });

    [Fact]
    public void Encode_NumberBeyondCounting_IsWrittenInFull()
    {
        var read = Assert.IsType<HazardList>(Decode(new HazardList(Generate.Now, [Child with { TimeToCollision = 1.25e300 }])));

        Assert.Equal(1.25e300, read.Hazards[0].TimeToCollision);
    }

    [Fact]
    public void Encode_NotFinite_Throws() =>
        Assert.Throws<ArgumentException>(() => ProtocolCodec.Encode(new HazardList(Generate.Now, [Child with { Distance = double.NaN }])));

    private static DownlinkMessage Decode(DownlinkMessage message)
    {
        var payload = new ReadOnlySequence<byte>(ProtocolCodec.Encode(message));
        Assert.True(ProtocolCodec.TryDecodeDownlink(Channels.Of(message).Channel, payload, out var read, out var refusal), refusal?.ToString());
        return read;
    }

    private static void Near(Velocity expected, Velocity actual)
    {
        Near(expected.X, actual.X, 0.0005);
        Near(expected.Y, actual.Y, 0.0005);
    }

    /// <summary>A little is left for the double that is nearest to a decimal number.</summary>
    private static void Near(double expected, double actual, double most) =>
        Assert.True(Math.Abs(expected - actual) <= most * 1.001, $"{expected} became {actual}");
}
