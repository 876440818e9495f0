using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>
/// Pairs true boxes with tracks' boxes of a frame: as many pairs as can be, and among those the ones that overlap most in sum. Most
/// frames leave nothing to choose, and only what does goes to the assignment. Keeps its buffers.
/// </summary>
internal sealed class FramePairing
{
    private readonly AssignmentSolver _solver = new();
    private readonly List<Overlap> _open = [];
    private int[] _truthUses = [];
    private int[] _trackUses = [];
    private int[] _rows = [];
    private int[] _columns = [];
    private double[] _cost = [];
    private int[] _columnOf = [];

    /// <param name="overlaps">What may be a pair.</param>
    /// <param name="pairOf">For each of <paramref name="overlaps"/>, whether it is a pair.</param>
    public void Pair(ReadOnlySpan<Overlap> overlaps, int truths, int tracks, Span<bool> pairOf)
    {
        Grow(ref _truthUses, truths);
        Grow(ref _trackUses, tracks);
        Array.Clear(_truthUses, 0, truths);
        Array.Clear(_trackUses, 0, tracks);
        foreach (var overlap in overlaps)
        {
            _truthUses[overlap.Truth]++;
            _trackUses[overlap.Track]++;
        }

        _open.Clear();
        for (var i = 0; i < overlaps.Length; i++)
        {
            pairOf[i] = _truthUses[overlaps[i].Truth] == 1 && _trackUses[overlaps[i].Track] == 1;
            if (!pairOf[i])
                _open.Add(overlaps[i]);
        }

        if (_open.Count > 0)
            Assign(overlaps, truths, tracks, pairOf);
    }

    private void Assign(ReadOnlySpan<Overlap> overlaps, int truths, int tracks, Span<bool> pairOf)
    {
        Grow(ref _rows, truths);
        Grow(ref _columns, tracks);
        Array.Fill(_rows, -1, 0, truths);
        Array.Fill(_columns, -1, 0, tracks);
        var (rows, columns) = (0, 0);
        foreach (var overlap in _open)
        {
            if (_rows[overlap.Truth] < 0)
                _rows[overlap.Truth] = rows++;
            if (_columns[overlap.Track] < 0)
                _columns[overlap.Track] = columns++;
        }

        // One more column for each row to stay without a pair: that costs more than all overlaps can save.
        var width = columns + rows;
        double alone = rows + 1;
        Grow(ref _cost, rows * width);
        Grow(ref _columnOf, rows);
        var cost = _cost.AsSpan(0, rows * width);
        cost.Fill(2 * alone);
        for (var row = 0; row < rows; row++)
            cost.Slice((row * width) + columns, rows).Fill(alone);
        foreach (var overlap in _open)
            cost[(_rows[overlap.Truth] * width) + _columns[overlap.Track]] = 1 - overlap.Iou;

        _solver.Solve(cost, rows, width, _columnOf);
        for (var i = 0; i < overlaps.Length; i++)
        {
            var (row, column) = (_rows[overlaps[i].Truth], _columns[overlaps[i].Track]);
            pairOf[i] |= row >= 0 && column >= 0 && _columnOf[row] == column;
        }
    }

    private static void Grow<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new T[length * 2];
    }
}
