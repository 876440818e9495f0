namespace Swarm.Vda5050;

/// <summary>Longest texts, in characters; of a whole message, in bytes.</summary>
public sealed record StringLimits
{
    public uint? MaximumMessageLength { get; init; }

    public uint? MaximumTopicSerialLength { get; init; }

    public uint? MaximumTopicElementLength { get; init; }

    public uint? MaximumIdLength { get; init; }

    /// <summary>Ids consist of digits.</summary>
    public bool? IdNumericalOnly { get; init; }

    /// <summary>2.1: of names and keys.</summary>
    public uint? MaximumEnumLength { get; init; }

    public uint? MaximumLoadIdLength { get; init; }
}
