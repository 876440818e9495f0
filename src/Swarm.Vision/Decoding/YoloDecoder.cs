namespace Swarm.Vision;

/// <summary>A list of candidates: see <see cref="YoloSpec"/>.</summary>
internal sealed class YoloDecoder(DetectorManifest manifest, YoloSpec spec, PictureSize picture) : OutputDecoder(manifest, picture)
{
    private readonly int _numbers = (spec.Objectness ? 5 : 4) + manifest.Classes.Count;
    private float[] _output = [];
    private int _candidates;

    public override IReadOnlyList<string> Outputs { get; } = [spec.Output];

    public override void Bind(IReadOnlyList<OutputTensor> outputs)
    {
        var output = outputs[0];
        var candidates = output.Shape.Count == 3 ? output.Shape[spec.CandidatesFirst ? 1 : 2] : 0;
        if (spec.CandidatesFirst)
            Expect(output, 1, candidates, _numbers);
        else
            Expect(output, 1, _numbers, candidates);
        (_output, _candidates) = (output.Numbers, (int)candidates);
    }

    protected override List<Candidate> Read()
    {
        if (_output.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
            throw NotFinite(spec.Output);
        var found = new List<Candidate>();
        for (var candidate = 0; candidate < _candidates; candidate++)
        {
            var (category, score) = Best(candidate);
            if (score >= spec.Score)
                found.Add(new Candidate(category, score, Box(candidate)));
        }

        return found;
    }

    private (int Class, float Score) Best(int candidate)
    {
        var first = _numbers - Manifest.Classes.Count;
        var best = 0;
        for (var category = 1; category < Manifest.Classes.Count; category++)
        {
            if (Number(candidate, first + category) > Number(candidate, first + best))
                best = category;
        }

        return (best, Number(candidate, first + best) * (spec.Objectness ? Number(candidate, 4) : 1));
    }

    private ImageBox Box(int candidate)
    {
        double x = Number(candidate, 0), y = Number(candidate, 1);
        double halfWidth = Number(candidate, 2) / 2.0, halfHeight = Number(candidate, 3) / 2.0;
        return new ImageBox(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    private float Number(int candidate, int number) =>
        _output[spec.CandidatesFirst ? (candidate * _numbers) + number : (number * _candidates) + candidate];
}
