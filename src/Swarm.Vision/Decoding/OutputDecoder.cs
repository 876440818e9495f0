namespace Swarm.Vision;

/// <summary>Reads boxes from the outputs of a model for pictures of one size.</summary>
internal abstract class OutputDecoder(DetectorManifest manifest, PictureSize picture)
{
    /// <summary>How far above 1 rounding may take a score.</summary>
    private const float Rounding = 0.001f;

    protected DetectorManifest Manifest { get; } = manifest;

    protected PictureSize Picture { get; } = picture;

    /// <summary>Names of the outputs that it reads.</summary>
    public abstract IReadOnlyList<string> Outputs { get; }

    public static OutputDecoder Of(DetectorManifest manifest, PictureSize picture) => manifest.Decoder switch
    {
        CenterNetSpec spec => new CenterNetDecoder(manifest, spec, picture),
        YoloSpec spec => new YoloDecoder(manifest, spec, picture),
        var other => throw new ModelException(ModelFault.Manifest, $"{manifest.Model}: a decoder {other.GetType().Name} is not known"),
    };

    /// <summary>Takes the outputs, in the order of <see cref="Outputs"/>, whose numbers change with each run.</summary>
    /// <exception cref="ModelException">They are of another shape than the manifest says.</exception>
    public abstract void Bind(IReadOnlyList<OutputTensor> outputs);

    /// <summary>The boxes of the latest run, in pixels of the picture; unsorted.</summary>
    /// <exception cref="ModelException">A number that a box is made of is not finite.</exception>
    protected abstract List<Candidate> Read();

    /// <summary>The boxes of the latest run in pixels of the frame, surest first.</summary>
    /// <exception cref="ModelException">A number that a box is made of is not finite, or a score is above 1.</exception>
    public IReadOnlyList<DetectedBox> Decode(PictureMapping mapping)
    {
        var spec = Manifest.Decoder;
        var boxes = new List<DetectedBox>();
        var chosen = Suppression.Choose(Read(), spec.Overlap, spec.Limit);
        foreach (var (category, score, picture) in chosen)
        {
            if (score > 1 + Rounding)
                throw new ModelException(ModelFault.Score, $"{Manifest.Model}: a score of {score} for {Manifest.Classes[category]}; 0 to 1 is expected");
            var box = mapping.ToFrame(picture);
            if (box.Area > 0)
                boxes.Add(new DetectedBox(category, Manifest.Classes[category], Math.Min(1, score), box));
        }

        return boxes;
    }

    protected void Expect(OutputTensor output, params ReadOnlySpan<long> shape)
    {
        if (!output.Shape.SequenceEqual(shape.ToArray()))
        {
            throw new ModelException(
                ModelFault.Shape,
                $"{Manifest.Model}: output {output.Name} is {string.Join('×', output.Shape)} for a picture of {Picture}; "
                + $"{string.Join('×', shape.ToArray())} is expected");
        }
    }

    protected ModelException NotFinite(string output) =>
        new(ModelFault.NotFinite, $"{Manifest.Model}: output {output} holds something that is no finite number");
}
