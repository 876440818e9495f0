namespace Swarm.Vision;

/// <summary>One entry of the manifest of weights.</summary>
/// <param name="Stored">How the numbers lie in the file: <paramref name="Type"/> itself, or float16, uint8 or uint16 where they are quantised.</param>
/// <param name="Scale">With <paramref name="Offset"/>, for uint8 and uint16: number = stored × scale + offset.</param>
internal sealed record WeightSpec(string Name, string Type, IReadOnlyList<long> Shape, string Stored, float Scale, float Offset)
{
    public int Count { get; } = CountOf(Name, Shape);

    public int Bytes => checked(Count * Stored switch
    {
        "float32" or "int32" => 4,
        "float16" or "uint16" => 2,
        "uint8" => 1,
        _ => throw new ConversionException($"constant {Name}: type {Stored} is not known; float32, float16, int32, uint8 and uint16 are"),
    });

    private static int CountOf(string name, IReadOnlyList<long> shape)
    {
        long count = 1;
        foreach (var size in shape)
        {
            if (size is < 0 or > int.MaxValue || (count *= size) > int.MaxValue / 4)
                throw new ConversionException($"constant {name}: a shape of {string.Join('×', shape)} is not possible");
        }

        return (int)count;
    }
}
