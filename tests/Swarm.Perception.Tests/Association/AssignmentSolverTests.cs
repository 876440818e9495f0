using CsCheck;

namespace Swarm.Perception.Tests.Association;

public sealed class AssignmentSolverTests
{
    [Fact]
    public void Solve_GreedyWouldErr_TakesTheLeastTotal()
    {
        var columnOf = new int[2];
        new AssignmentSolver().Solve([-10, -9, -9, -1], 2, 2, columnOf);
        Assert.Equal([1, 0], columnOf);
    }

    [Fact]
    public void Solve_AnyCosts_EqualsBruteForce()
    {
        var solver = new AssignmentSolver();
        var problem =
            from rows in Gen.Int[1, 5]
            from columns in Gen.Int[rows, 6]
            from cost in Gen.Double[-20, 5].Array[rows * columns]
            select (rows, columns, cost);
        problem.Sample(
            p =>
            {
                var columnOf = new int[p.rows];
                solver.Solve(p.cost, p.rows, p.columns, columnOf);
                Assert.Equal(p.rows, columnOf.Distinct().Count());
                var total = columnOf.Select((column, row) => p.cost[(row * p.columns) + column]).Sum();
                Assert.Equal(Least(p.cost, p.rows, p.columns, 0, 0), total, 9);
            },
            threads: 1);
    }

    private static double Least(double[] cost, int rows, int columns, int row, int used)
    {
        if (row == rows)
            return 0;
        var least = double.PositiveInfinity;
        for (var column = 0; column < columns; column++)
        {
            if ((used & (1 << column)) == 0)
                least = Math.Min(least, cost[(row * columns) + column] + Least(cost, rows, columns, row + 1, used | (1 << column)));
        }

        return least;
    }
}
