using CsCheck;
using Swarm.Domain;

namespace Swarm.Perception.Tests.Estimation;

public sealed class MatrixTests
{
    [Fact]
    public void Times_ByHand_Agrees()
    {
        var wide = default(Matrix<Two, Three>);
        (wide[0, 0], wide[0, 1], wide[0, 2]) = (1, 2, 3);
        (wide[1, 0], wide[1, 1], wide[1, 2]) = (4, 5, 6);
        var product = wide.Times(Matrices.Column<Three>(1, -1, 2));
        Assert.Equal((5, 11), (product[0, 0], product[1, 0]));
        Assert.Equal(6, wide.Transposed[2, 1]);
        Assert.Equal(14, wide.Carry(Matrices.Identity<Three>())[0, 0]);
        Assert.Equal(32, wide.Carry(Matrices.Identity<Three>())[0, 1]);
    }

    [Fact]
    public void TryFactor_ByHand_GivesDeterminantAndSolution()
    {
        var covariance = new Covariance2(4, 2, 5).ToMatrix();
        Assert.True(Matrices.TryFactor(covariance, out var factor));
        Assert.Equal(Math.Log(16), factor.LogDeterminant, 12);
        var x = factor.Solve(Matrices.Column<Two>(8, 12));
        Assert.Equal((1, 2), (x[0, 0], x[1, 0]));
        Assert.Equal(1d / 4 * 5 / 4, factor.SquaredDistance(Matrices.Column<Two>(1, 0)), 12);
    }

    [Fact]
    public void TryFactor_NotPositiveDefinite_IsFalse()
    {
        Assert.False(Matrices.TryFactor(new Covariance2(1, 2, 1).ToMatrix(), out _));
        Assert.False(Matrices.TryFactor(new Covariance2(double.NaN, 0, 1).ToMatrix(), out _));
        Assert.False(Matrices.TryFactor(new Covariance2(1, 0, double.PositiveInfinity).ToMatrix(), out _));
    }

    [Fact]
    public void Solve_AnyCovariance_Inverts() => Covariances.Four.Sample(covariance =>
    {
        Assert.True(Matrices.TryFactor(covariance, out var factor));
        var identity = factor.Solve(covariance);
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 4; column++)
                Assert.Equal(row == column ? 1 : 0, identity[row, column], 1e-6);
        }
    });

    [Fact]
    public void ToMatrix_AndBack_IsTheSame()
    {
        var pose = new PoseCovariance(1, 2, 3, 4, 5, 6);
        Assert.Equal(pose, pose.ToMatrix().ToPoseCovariance());
        var kinematic = new KinematicCovariance(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        Assert.Equal(kinematic, kinematic.ToMatrix().ToKinematicCovariance());
        Assert.Equal(7, kinematic.ToMatrix()[1, 3]);
    }
}
