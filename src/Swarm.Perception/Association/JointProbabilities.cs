namespace Swarm.Perception;

/// <summary>
/// How likely each pair of a cluster belongs together over all ways to assign its measurements to its tracks, one to one (joint probabilistic data
/// association; Fortmann, Bar-Shalom and Scheffe, IEEE J. Oceanic Engineering 8(3), 1983). Exact while the ways can be counted up; in larger
/// clusters by the approximation of Fitzgerald ("Development of practical PDA logic for multitarget tracking by microprocessor", American
/// Control Conference, 1986). Keeps its buffers.
/// </summary>
internal sealed class JointProbabilities
{
    /// <summary>Most ways that are counted up: some tens of microseconds.</summary>
    private const int MaxWays = 4_000;

    private double[] _sums = [];
    private double[] _columnSums = [];
    private bool[] _used = [];
    private int _ways;

    /// <param name="likelihoods">Row by row, a row for each track: how much likelier the two belong together than not, 0 out of the gate.</param>
    /// <param name="probabilities">Takes the answer, as <paramref name="likelihoods"/>.</param>
    public void Solve(ReadOnlySpan<double> likelihoods, int rows, int columns, Span<double> probabilities)
    {
        Prepare(rows, columns);
        _ways = 0;
        probabilities.Clear();
        var all = Count(likelihoods, rows, columns, 0, 1, probabilities);
        if (_ways > MaxWays)
        {
            Approximate(likelihoods, rows, columns, probabilities);
            return;
        }

        foreach (ref var probability in probabilities)
            probability /= all;
    }

    /// <summary>Adds up the weights of all ways from that row on, and those in which each pair is; returns their sum.</summary>
    private double Count(ReadOnlySpan<double> likelihoods, int rows, int columns, int row, double weight, Span<double> sums)
    {
        if (row == rows)
        {
            _ways++;
            return weight;
        }

        var all = Count(likelihoods, rows, columns, row + 1, weight, sums);
        for (var column = 0; column < columns && _ways <= MaxWays; column++)
        {
            var likelihood = likelihoods[(row * columns) + column];
            if (likelihood == 0 || _used[column])
                continue;
            _used[column] = true;
            var with = Count(likelihoods, rows, columns, row + 1, weight * likelihood, sums);
            _used[column] = false;
            sums[(row * columns) + column] += with;
            all += with;
        }

        return all;
    }

    private void Approximate(ReadOnlySpan<double> likelihoods, int rows, int columns, Span<double> probabilities)
    {
        Array.Clear(_sums, 0, rows);
        Array.Clear(_columnSums, 0, columns);
        for (var i = 0; i < likelihoods.Length; i++)
        {
            _sums[i / columns] += likelihoods[i];
            _columnSums[i % columns] += likelihoods[i];
        }

        for (var i = 0; i < likelihoods.Length; i++)
            probabilities[i] = likelihoods[i] / (_sums[i / columns] + _columnSums[i % columns] - likelihoods[i] + 1);
    }

    private void Prepare(int rows, int columns)
    {
        if (_sums.Length < rows)
            _sums = new double[rows * 2];
        if (_columnSums.Length < columns)
            (_columnSums, _used) = (new double[columns * 2], new bool[columns * 2]);
        Array.Clear(_used);
    }
}
