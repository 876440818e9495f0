using System.Numerics;

namespace Swarm.Vision;

/// <summary>Peaks of a heat map: see <see cref="CenterNetSpec"/>.</summary>
internal sealed class CenterNetDecoder(DetectorManifest manifest, CenterNetSpec spec, PictureSize picture) : OutputDecoder(manifest, picture)
{
    private readonly int _rows = picture.Height / spec.Stride;
    private readonly int _columns = picture.Width / spec.Stride;
    private float[] _heatmap = [];
    private float[] _size = [];
    private float[]? _offset;
    private bool _reaches;

    public override IReadOnlyList<string> Outputs { get; } = [spec.Heatmap, spec.Size, .. spec.Offset is { } offset ? new[] { offset } : []];

    public override void Bind(IReadOnlyList<OutputTensor> outputs)
    {
        Expect(outputs[0], 1, Manifest.Classes.Count, _rows, _columns);
        _reaches = outputs[1].Shape is not [_, 2, ..];
        Expect(outputs[1], 1, _reaches ? 4 : 2, _rows, _columns);
        if (outputs.Count > 2)
            Expect(outputs[2], 1, 2, _rows, _columns);
        (_heatmap, _size, _offset) = (outputs[0].Numbers, outputs[1].Numbers, outputs.Count > 2 ? outputs[2].Numbers : null);
    }

    protected override List<Candidate> Read()
    {
        var candidates = new List<Candidate>();
        var plane = _rows * _columns;
        for (var category = 0; category < Manifest.Classes.Count; category++)
            ReadPlane(_heatmap.AsSpan(category * plane, plane), category, candidates);
        return candidates;
    }

    /// <summary>Most of a heat map is far below the score, so it is looked at in whole vectors first.</summary>
    private void ReadPlane(ReadOnlySpan<float> plane, int category, List<Candidate> candidates)
    {
        var least = new Vector<float>(spec.Score);
        var nothing = Vector<float>.Zero;
        var at = 0;
        for (; at <= plane.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            var scores = new Vector<float>(plane[at..]);
            nothing += scores * 0; // Stays 0 while all are finite.
            if (Vector.GreaterThanOrEqualAny(scores, least))
                ReadCells(plane, at, at + Vector<float>.Count, category, candidates);
        }

        ReadCells(plane, at, plane.Length, category, candidates);
        if (Vector.Sum(nothing) != 0 || plane[at..].ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
            throw NotFinite(spec.Heatmap);
    }

    private void ReadCells(ReadOnlySpan<float> plane, int from, int to, int category, List<Candidate> candidates)
    {
        for (var cell = from; cell < to; cell++)
        {
            if (plane[cell] >= spec.Score && IsPeak(plane, cell))
                candidates.Add(new Candidate(category, plane[cell], Box(cell)));
        }
    }

    /// <summary>Of equal neighbours the first is the peak.</summary>
    private bool IsPeak(ReadOnlySpan<float> plane, int cell)
    {
        var (row, column) = Math.DivRem(cell, _columns);
        for (var y = Math.Max(0, row - 1); y <= Math.Min(_rows - 1, row + 1); y++)
        {
            for (var x = Math.Max(0, column - 1); x <= Math.Min(_columns - 1, column + 1); x++)
            {
                var other = (y * _columns) + x;
                if (plane[other] > plane[cell] || (other < cell && plane[other] == plane[cell]))
                    return false;
            }
        }

        return true;
    }

    private ImageBox Box(int cell)
    {
        var plane = _rows * _columns;
        var (row, column) = Math.DivRem(cell, _columns);
        var (x, y) = ((double)column, (double)row);
        if (_offset is not null)
            (x, y) = (x + _offset[cell], y + _offset[plane + cell]);
        (x, y) = (x * spec.Stride, y * spec.Stride);
        var box = _reaches
            ? new ImageBox(x - Reach(0), y - Reach(1), x + Reach(2), y + Reach(3))
            : new ImageBox(x - (Reach(0) / 2), y - (Reach(1) / 2), x + (Reach(0) / 2), y + (Reach(1) / 2));
        return double.IsFinite(box.Left + box.Top + box.Right + box.Bottom) ? box : throw NotFinite(_offset is null ? spec.Size : $"{spec.Size} or {spec.Offset}");

        double Reach(int channel) => _size[(channel * plane) + cell] * (double)spec.SizeUnit;
    }
}
