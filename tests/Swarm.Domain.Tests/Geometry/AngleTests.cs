using CsCheck;

namespace Swarm.Domain.Tests.Geometry;

public sealed class AngleTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(3 * Math.PI / 2, -Math.PI / 2)]
    [InlineData(-5 * Math.PI / 2, -Math.PI / 2)]
    public void Normalize_Angle_IsTheSameDirection(double angle, double expected) => Assert.Equal(expected, Angle.Normalize(angle), 12);

    [Fact]
    public void Normalize_AnyAngle_IsWithinHalfATurnAndPointsTheSameWay() =>
        Gen.Double[-1000, 1000].Sample(angle =>
        {
            var normal = Angle.Normalize(angle);
            Assert.InRange(normal, -Math.PI, Math.PI);
            Assert.Equal(Math.Sin(angle), Math.Sin(normal), 1e-9);
            Assert.Equal(Math.Cos(angle), Math.Cos(normal), 1e-9);
        });

    [Fact]
    public void Circle_Contains_UpToItsRadius()
    {
        var circle = new Circle(new Point2(1, 1), 5);
        Assert.True(circle.Contains(new Point2(4, 5)));
        Assert.False(circle.Contains(new Point2(4.01, 5)));
    }
}
