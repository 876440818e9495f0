namespace Swarm.Vda5050;

/// <summary>A text in the language of an ISO 639-1 code (3.0).</summary>
public sealed record Translation
{
    public required string TranslationKey { get; init; }

    public required string TranslationValue { get; init; }
}
