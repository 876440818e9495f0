using System.Diagnostics.CodeAnalysis;

namespace Swarm.Vda5050;

/// <summary>A message, or what is wrong with it.</summary>
public sealed record ReadResult<T>
    where T : VdaMessage
{
    /// <summary>Null if the text could not be turned into a message at all.</summary>
    public T? Message { get; init; }

    /// <summary>None: the message is good.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    [MemberNotNullWhen(true, nameof(Message))]
    public bool IsGood => Message is not null && Violations.Count == 0;
}
