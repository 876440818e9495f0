using CsCheck;
using Swarm.Domain;

namespace Swarm.Vision.Tests;

public sealed class GroundPlaneTests
{
    private static readonly CameraLens Lens = new(600, 384, 288);

    private static readonly Gen<CameraMount> Mounts = Gen.Select(
        Gen.Double[0.3, 12], Gen.Double[-0.3, 1.4], Gen.Double[-Math.PI, Math.PI], Gen.Double[-3, 3], Gen.Double[-3, 3],
        (height, pitch, yaw, x, y) => new CameraMount(height, pitch, yaw, x, y));

    private static readonly Gen<Point2> Ahead = Gen.Select(Gen.Double[0.5, 40], Gen.Double[-20, 20], (x, y) => new Point2(x, y));

    private static Point2 InBody(CameraMount mount, Point2 fromCamera) => new Pose(mount.X, mount.Y, mount.Yaw).Transform(fromCamera);

    [Fact]
    public void ToGround_OfAGroundPointsPixel_ReturnsThePoint() => Gen.Select(Mounts, Ahead).Sample((mount, ahead) =>
    {
        var ground = new GroundPlane(Lens, mount);
        var point = InBody(mount, ahead);
        if (ground.ToImage(point) is not { } pixel)
            return;

        var back = ground.ToGround(pixel.U, pixel.V, 1, 1);

        Assert.NotNull(back);
        Assert.InRange(back.Value.Position.DistanceTo(point), 0, 1e-6 * (1 + ahead.DistanceTo(default)));
    });

    [Fact]
    public void ToGround_AnyPixel_CovarianceIsPositive() => Gen.Select(Mounts, Gen.Double[0, 768], Gen.Double[0, 576], Gen.Double[0.1, 20], Gen.Double[0.1, 20])
        .Sample((mount, u, v, deviationU, deviationV) =>
        {
            if (new GroundPlane(Lens, mount).ToGround(u, v, deviationU, deviationV) is not { Covariance: var covariance })
                return;

            Assert.True(covariance.XX >= 0 && covariance.YY >= 0);
            Assert.True((covariance.XX * covariance.YY) - (covariance.XY * covariance.XY) >= -1e-9 * covariance.XX * covariance.YY);
        });

    [Fact]
    public void ToGround_SmallErrors_CovarianceIsThatOfTheMap() => Gen.Select(Mounts, Ahead).Sample((mount, ahead) =>
    {
        const double step = 1e-4;
        var ground = new GroundPlane(Lens, mount);
        if (ground.ToImage(InBody(mount, ahead)) is not var (u, v) || mount.Height / (ahead.DistanceTo(default) + mount.Height) < 0.05)
            return;

        // Each column of the Jacobian by central differences.
        var byU = Difference(At(ground, u + step, v), At(ground, u - step, v), 2 * step, deviation: 3);
        var byV = Difference(At(ground, u, v + step), At(ground, u, v - step), 2 * step, deviation: 5);
        var tilted = step / Lens.FocalLength;
        var byPitch = Difference(
            At(new GroundPlane(Lens, mount with { Pitch = mount.Pitch + tilted }), u, v),
            At(new GroundPlane(Lens, mount with { Pitch = mount.Pitch - tilted }), u, v),
            2 * tilted,
            mount.PitchDeviation);

        var covariance = ground.ToGround(u, v, 3, 5)!.Value.Covariance;

        var size = covariance.XX + covariance.YY;
        Assert.Equal((byU.X * byU.X) + (byV.X * byV.X) + (byPitch.X * byPitch.X), covariance.XX, 1e-3 * size);
        Assert.Equal((byU.X * byU.Y) + (byV.X * byV.Y) + (byPitch.X * byPitch.Y), covariance.XY, 1e-3 * size);
        Assert.Equal((byU.Y * byU.Y) + (byV.Y * byV.Y) + (byPitch.Y * byPitch.Y), covariance.YY, 1e-3 * size);
    });

    [Fact]
    public void ToGround_LevelCameraOneMetreUp_IsSimilarTriangles()
    {
        // 60 pixels below the axis at a focal length of 600: the ray falls 1 in 10.
        var point = new GroundPlane(Lens, new CameraMount(1, 0, PitchDeviation: 0)).ToGround(384 - 60, 288 + 60, 6, 6)!.Value;

        Assert.Equal((10, 1), (point.Position.X, point.Position.Y));
        Assert.Equal(1, point.Covariance.XX, 1e-9); // A tenth of the fall: a tenth of ten metres.
    }

    [Theory]
    [InlineData(288)]
    [InlineData(100)]
    public void ToGround_OnOrAboveTheHorizon_IsNowhere(double v) => Assert.Null(new GroundPlane(Lens, new CameraMount(1, 0)).ToGround(384, v, 1, 1));

    [Fact]
    public void ToImage_BehindTheCamera_IsNowhere() => Assert.Null(new GroundPlane(Lens, new CameraMount(1, 0.1)).ToImage(new Point2(-5, 0)));

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(-1, 0.1)]
    [InlineData(double.NaN, 0.1)]
    [InlineData(1, 2)]
    [InlineData(1, double.NaN)]
    public void Constructor_ImpossibleMount_IsRefused(double height, double pitch) =>
        Assert.Throws<ArgumentException>(() => new GroundPlane(Lens, new CameraMount(height, pitch)));

    [Theory]
    [InlineData(0)]
    [InlineData(double.PositiveInfinity)]
    public void Constructor_ImpossibleLens_IsRefused(double focalLength) =>
        Assert.Throws<ArgumentException>(() => new GroundPlane(new CameraLens(focalLength, 1, 1), new CameraMount(1, 0)));

    private static Point2 At(GroundPlane ground, double u, double v) => ground.ToGround(u, v, 1, 1)!.Value.Position;

    private static Point2 Difference(Point2 a, Point2 b, double step, double deviation) => new((a.X - b.X) / step * deviation, (a.Y - b.Y) / step * deviation);
}
