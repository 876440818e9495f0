namespace Swarm.Vision;

/// <summary>What the conversion of a node has at hand: the graph that is read, the one that is written, and the values so far.</summary>
internal sealed class ConversionContext(GraphModel model)
{
    private readonly Dictionary<string, Image> _images = new(StringComparer.Ordinal);
    private readonly HashSet<string> _multiplied = new(StringComparer.Ordinal);

    public OnnxGraph Graph { get; } = new();

    public void Keep(string node, Image image) => _images[node] = image;

    /// <summary>A value whose scale is 1.</summary>
    public Image Image(GraphNode node, int input) => Whole(ScaledImage(node, input));

    public Image ScaledImage(GraphNode node, int input) => TryImage(node, input) ?? throw new ConversionException(
        $"node {node.Name} ({node.Operation}): its input {Input(node, input)} is a constant; a value that depends on the picture is expected");

    /// <summary>The same value with a scale of 1.</summary>
    public Image Whole(Image image)
    {
        if (image.Scale == 1)
            return image;
        var name = FormattableString.Invariant($"{image.Name}/by{image.Scale}");
        if (_multiplied.Add(name))
            Graph.Add("Mul", name, [image.Name, Graph.Constant(FormattableString.Invariant($"swarm/{image.Scale}"), [image.Scale])]);
        return image with { Name = name, Scale = 1 };
    }

    public GraphNode Source(GraphNode node, int input) => model.Node(Input(node, input));

    public bool IsConstant(GraphNode node, int input, float value) =>
        input < node.Inputs.Count && Source(node, input).Operation == "Const" && model.Weight(node.Inputs[input]) is { Values: [var only] } && only == value;

    public Image? TryImage(GraphNode node, int input) => _images.GetValueOrDefault(Input(node, input));

    public Weight Constant(GraphNode node, int input) => model.Node(Input(node, input)).Operation == "Const"
        ? model.Weight(node.Inputs[input])
        : throw new ConversionException($"node {node.Name} ({node.Operation}): its input {node.Inputs[input]} is no constant");

    /// <summary>A constant of an exact rank.</summary>
    public Weight Constant(GraphNode node, int input, int rank)
    {
        var constant = Constant(node, input);
        return constant.Shape.Count == rank
            ? constant
            : throw new ConversionException($"node {node.Name} ({node.Operation}): constant {constant.Name} has rank {constant.Shape.Count}, not {rank}");
    }

    private static string Input(GraphNode node, int input) => input < node.Inputs.Count
        ? node.Inputs[input]
        : throw new ConversionException($"node {node.Name} ({node.Operation}) has {node.Inputs.Count} inputs; one more is needed");
}
