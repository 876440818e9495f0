namespace Swarm.Perception;

/// <summary>
/// The assignment of rows to columns with the least total cost, by shortest augmenting paths (Jonker and Volgenant, <i>Computing</i> 38,
/// 1987): O(rows² · columns). Keeps its buffers, so that solving again allocates nothing.
/// </summary>
internal sealed class AssignmentSolver
{
    private double[] _rowPrice = [];
    private double[] _columnPrice = [];
    private double[] _shortest = [];
    private int[] _rowOf = [];
    private int[] _before = [];
    private bool[] _done = [];

    /// <param name="cost">Row by row, finite.</param>
    /// <param name="columns">At least as many as rows.</param>
    /// <param name="columnOf">Takes the column of each row.</param>
    public void Solve(ReadOnlySpan<double> cost, int rows, int columns, Span<int> columnOf)
    {
        Prepare(rows, columns);
        // Columns count from 1; column 0 stands for the row that is being placed.
        for (var row = 0; row < rows; row++)
        {
            _rowOf[0] = row;
            var end = FindPath(cost, columns);
            while (end != 0)
            {
                _rowOf[end] = _rowOf[_before[end]];
                end = _before[end];
            }
        }

        for (var column = 1; column <= columns; column++)
        {
            if (_rowOf[column] >= 0)
                columnOf[_rowOf[column]] = column - 1;
        }
    }

    /// <summary>Dijkstra over reduced costs from the new row to the nearest free column, which it returns.</summary>
    private int FindPath(ReadOnlySpan<double> cost, int columns)
    {
        Array.Fill(_shortest, double.PositiveInfinity, 0, columns + 1);
        Array.Clear(_done, 0, columns + 1);
        var column = 0;
        do
        {
            _done[column] = true;
            var row = _rowOf[column];
            var line = cost.Slice(row * columns, columns);
            var (step, next) = (double.PositiveInfinity, 0);
            for (var j = 1; j <= columns; j++)
            {
                if (_done[j])
                    continue;
                var reduced = line[j - 1] - _rowPrice[row] - _columnPrice[j];
                if (reduced < _shortest[j])
                    (_shortest[j], _before[j]) = (reduced, column);
                if (_shortest[j] < step)
                    (step, next) = (_shortest[j], j);
            }

            for (var j = 0; j <= columns; j++)
            {
                if (_done[j])
                {
                    _rowPrice[_rowOf[j]] += step;
                    _columnPrice[j] -= step;
                }
                else
                {
                    _shortest[j] -= step;
                }
            }

            column = next;
        }
        while (_rowOf[column] >= 0);

        return column;
    }

    private void Prepare(int rows, int columns)
    {
        if (_rowPrice.Length < rows)
            _rowPrice = new double[rows * 2];
        if (_columnPrice.Length <= columns)
        {
            var size = (columns + 1) * 2;
            (_columnPrice, _shortest, _rowOf, _before, _done) = (new double[size], new double[size], new int[size], new int[size], new bool[size]);
        }

        Array.Clear(_rowPrice, 0, rows);
        Array.Clear(_columnPrice, 0, columns + 1);
        Array.Fill(_rowOf, -1, 0, columns + 1);
    }
}
