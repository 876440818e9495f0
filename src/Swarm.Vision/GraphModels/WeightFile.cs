using System.Buffers.Binary;

namespace Swarm.Vision;

/// <summary>Reads the numbers of the constants, which lie one after the other without gaps, little-endian.</summary>
internal static class WeightFile
{
    /// <exception cref="ConversionException">A type is unknown, or the file is longer or shorter than the manifest says.</exception>
    public static IReadOnlyDictionary<string, Weight> Read(IReadOnlyList<WeightSpec> specs, ReadOnlySpan<byte> file)
    {
        var expected = specs.Sum(spec => (long)spec.Bytes);
        if (expected != file.Length)
            throw new ConversionException($"the weights take {expected} bytes by the manifest; the file has {file.Length}");

        var weights = new Dictionary<string, Weight>(StringComparer.Ordinal);
        foreach (var spec in specs)
        {
            if (!weights.TryAdd(spec.Name, Read(spec, file[..spec.Bytes])))
                throw new ConversionException($"constant {spec.Name} is in the manifest twice");
            file = file[spec.Bytes..];
        }

        return weights;
    }

    private static Weight Read(WeightSpec spec, ReadOnlySpan<byte> bytes)
    {
        if (spec.Type is not ("float32" or "int32") || (spec.Type == "int32") != (spec.Stored == "int32"))
            throw new ConversionException($"constant {spec.Name}: type {spec.Type} stored as {spec.Stored} is not known; float32 and int32 are");
        var values = new float[spec.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = spec.Stored switch
            {
                "float32" => BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]),
                "float16" => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * i)..]),
                "int32" => Exact(spec, BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i)..])),
                "uint16" => (BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]) * spec.Scale) + spec.Offset,
                _ => (bytes[i] * spec.Scale) + spec.Offset,
            };
        }

        return new Weight(spec.Name, spec.Shape, values, spec.Type == "int32");
    }

    private static float Exact(WeightSpec spec, int value) =>
        Math.Abs((long)value) <= 1 << 24 ? value : throw new ConversionException($"constant {spec.Name}: {value} is beyond 2²⁴");
}
