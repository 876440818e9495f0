using System.Runtime.InteropServices;
using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>
/// Pairs true boxes with tracks' boxes of a frame so that the pairs are worth most in sum. Most frames leave nothing to choose, and only
/// what does goes to the assignment. Keeps its buffers.
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
    /// <param name="isPair">Takes for each of <paramref name="overlaps"/> whether it is one.</param>
    /// <param name="bonus">Added to what each pair is worth: with more than all overlaps together, the most pairs come first.</param>
    public void Pair(ReadOnlySpan<Overlap> overlaps, int truths, int tracks, Span<bool> isPair, double bonus = 0)
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
            isPair[i] = _truthUses[overlaps[i].Truth] == 1 && _trackUses[overlaps[i].Track] == 1;
            if (!isPair[i])
                _open.Add(overlaps[i]);
        }

        if (_open.Count > 0)
            Assign(overlaps, truths, tracks, isPair, bonus);
    }

    private void Assign(ReadOnlySpan<Overlap> overlaps, int truths, int tracks, Span<bool> isPair, double bonus)
    {
        Grow(ref _rows, truths);
        Grow(ref _columns, tracks);
        Array.Fill(_rows, -1, 0, truths);
        Array.Fill(_columns, -1, 0, tracks);
        var (rows, columns, most) = (0, 0, 0.0);
        foreach (var overlap in CollectionsMarshal.AsSpan(_open))
        {
            if (_rows[overlap.Truth] < 0)
                _rows[overlap.Truth] = rows++;
            if (_columns[overlap.Track] < 0)
                _columns[overlap.Track] = columns++;
            most = Math.Max(most, overlap.Value);
        }

        // The solver gives every row a column: one that is worth nothing to it stands for no pair.
        var width = Math.Max(rows, columns);
        Grow(ref _cost, rows * width);
        Grow(ref _columnOf, rows);
        var cost = _cost.AsSpan(0, rows * width);
        cost.Fill(most + bonus);
        foreach (var overlap in CollectionsMarshal.AsSpan(_open))
            cost[(_rows[overlap.Truth] * width) + _columns[overlap.Track]] = most - overlap.Value;

        _solver.Solve(cost, rows, width, _columnOf);
        for (var i = 0; i < overlaps.Length; i++)
        {
            var (row, column) = (_rows[overlaps[i].Truth], _columns[overlaps[i].Track]);
            isPair[i] |= row >= 0 && column >= 0 && _columnOf[row] == column;
        }
    }

    private static void Grow<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new T[length * 2];
    }
}
