using Swarm.Domain;

namespace Swarm.Vision.Tests;

public sealed class CameraTests
{
    private const int Height = 576;
    private static readonly CameraLens Lens = new(600, 384, 288);
    private static readonly CameraMount Mount = new(3, 0.2, PitchDeviation: 0.001);

    private static DetectedBox Box(string name, double left, double top, double right, double bottom, float score = 0.8f) =>
        new(0, name, score, new ImageBox(left, top, right, bottom));

    [Fact]
    public void See_Person_StandsWhereTheBoxMeetsTheGround()
    {
        var (u, v) = new GroundPlane(Lens, Mount).ToImage(new Point2(8, -2))!.Value;

        var sight = new Camera(Lens, Mount).See([Box("person", u - 20, v - 100, u + 20, v)], Height);

        var seen = Assert.Single(sight.Objects);
        Assert.Equal((ObjectClass.Pedestrian, 0.8f), (seen.Class, (float)seen.Score));
        Assert.Equal((8, -2), (Math.Round(seen.Position.X, 9), Math.Round(seen.Position.Y, 9)));
        Assert.Empty(sight.Bearings);
    }

    [Fact]
    public void See_FeetOutOfTheFrame_IsABearing()
    {
        var sight = new Camera(Lens, Mount with { Yaw = 0.5 }).See([Box("person", 374, 200, 394, Height)], Height);

        Assert.Empty(sight.Objects);
        Assert.Equal(0.5, Assert.Single(sight.Bearings).Angle, 1e-12);
    }

    [Fact]
    public void See_TooFarForItsError_IsABearing()
    {
        var (u, v) = new GroundPlane(Lens, Mount).ToImage(new Point2(58, 0))!.Value;

        var sight = new Camera(Lens, Mount, new PixelError(12, 0)).See([Box("person", u - 3, v - 15, u + 3, v)], Height);

        Assert.Empty(sight.Objects);
        Assert.Single(sight.Bearings);
    }

    [Fact]
    public void See_BeyondItsRange_IsABearing()
    {
        var (u, v) = new GroundPlane(Lens, Mount).ToImage(new Point2(12, 0))!.Value;

        Assert.Single(new Camera(Lens, Mount, range: 13).See([Box("person", u - 20, v - 90, u + 20, v)], Height).Objects);
        Assert.Single(new Camera(Lens, Mount, range: 11).See([Box("person", u - 20, v - 90, u + 20, v)], Height).Bearings);
    }

    [Fact]
    public void See_WithoutAMount_IsABearingFromTheAxis()
    {
        var lens = CameraLens.OfFieldOfView(Math.PI / 2, 800, 600);

        var bearing = Assert.Single(new Camera(lens, error: new PixelError(4, 0)).See([Box("dog", 790, 300, 810, 310)], 600).Bearings);

        // The right edge, 45° to the right; ∂φ/∂a = 1 / (1 + a²) = ½.
        Assert.Equal((ObjectClass.Animal, 0.8f), (bearing.Class, (float)bearing.Score));
        Assert.Equal(-Math.PI / 4, bearing.Angle, 1e-12);
        Assert.Equal(Math.Pow(0.5 * 4 / 400, 2), bearing.Variance, 1e-12);
    }

    [Fact]
    public void See_CameraBesideTheOrigin_ClaimsLessOfABearing()
    {
        DetectedBox[] boxes = [Box("person", 374, 200, 394, Height)];
        var beside = new Camera(Lens, Mount with { X = 0.6 }).See(boxes, Height).Bearings.Single();

        Assert.Equal(0.04, beside.Variance - new Camera(Lens, Mount).See(boxes, Height).Bearings.Single().Variance, 1e-9);
    }

    [Fact]
    public void See_UnsureOrUntracked_IsLeftOut()
    {
        var sight = new Camera(Lens, Mount).See([Box("person", 374, 200, 394, 400, 0.29f), Box("sports ball", 374, 300, 394, 400), Box("truck", 300, 200, 400, 400)], Height);

        Assert.Equal(ObjectClass.Vehicle, Assert.Single(sight.Objects).Class);
        Assert.Empty(sight.Bearings);
    }

    [Fact]
    public void See_LargerBox_ClaimsLess()
    {
        var camera = new Camera(Lens, Mount);
        var small = camera.See([Box("person", 374, 360, 394, 400)], Height).Objects.Single().Covariance;
        var large = camera.See([Box("person", 344, 200, 424, 400)], Height).Objects.Single().Covariance;

        Assert.True(large.XX > small.XX && large.YY > small.YY);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Math.PI)]
    [InlineData(double.NaN)]
    public void OfFieldOfView_ImpossibleAngle_IsRefused(double angle) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CameraLens.OfFieldOfView(angle, 800, 600));
}
