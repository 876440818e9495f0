namespace Swarm.Vda5050;

/// <summary>Something is wrong (3.0: 6.6.5; 2.1: 6.10.5).</summary>
public sealed record VehicleError
{
    /// <summary>One of <see cref="ErrorTypes"/> or the maker's own.</summary>
    public required string ErrorType { get; init; }

    public IReadOnlyList<Reference>? ErrorReferences { get; init; }

    public string? ErrorDescription { get; init; }

    public IReadOnlyList<Translation>? ErrorDescriptionTranslations { get; init; }

    public string? ErrorHint { get; init; }

    public IReadOnlyList<Translation>? ErrorHintTranslations { get; init; }

    public required ErrorLevel ErrorLevel { get; init; }

    /// <summary>What the error refers to under a key such as <c>orderId</c>; null if it does not say.</summary>
    public string? Reference(string key) =>
        ErrorReferences?.FirstOrDefault(reference => reference.ReferenceKey == key)?.ReferenceValue;
}
