namespace Swarm.Vision;

/// <summary>A constant of a graph model, in TensorFlow's order of axes.</summary>
/// <param name="Shape">Empty for a single number.</param>
/// <param name="Values">Row by row. Whole numbers of 32 bits that stand for axes and sizes are kept exactly up to 2²⁴.</param>
/// <param name="IsWhole">Of type int32, not float32.</param>
internal sealed record Weight(string Name, IReadOnlyList<long> Shape, float[] Values, bool IsWhole)
{
    public IReadOnlyList<long> Wholes => IsWhole
        ? [.. Values.Select(value => (long)value)]
        : throw new ConversionException($"constant {Name}: whole numbers expected, float32 found");
}
