using System.Buffers;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>Whether what is said of models can be: names and versions become levels of topics.</summary>
internal static class ModelsCheck
{
    private const int HashDigits = 64;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    public static void Of(ref Check check, IReadOnlyDictionary<string, ModelChoice>? models)
    {
        foreach (var (name, model) in models ?? NoChoices)
        {
            Version(ref check, name, model?.Version);
            if (model?.Sha256 is { } hash && (hash.Length != HashDigits || hash.AsSpan().ContainsAnyExcept(Hex)))
                check.Fail(RefusalReason.WrongField, "models", "holds a sha256 that is not 64 hexadecimal digits in lower case");
        }

        check.Count(models?.Count ?? 0, 0, ProtocolLimits.MaxModels, "models");
    }

    public static void Of(ref Check check, IReadOnlyDictionary<string, ModelReport>? models)
    {
        if (models is null)
            return;
        foreach (var (name, model) in models)
        {
            Version(ref check, name, model?.Version);
            check.Text(model?.Candidate, 1, ProtocolLimits.MaxName, "models.candidate");
            check.Text(model?.Refused, 1, ProtocolLimits.MaxName, "models.refused");
            check.Text(model?.Reason, 1, ProtocolLimits.MaxText, "models.reason");
            check.Within(model?.Differed, 0, 1, "models.differed");
        }

        check.Count(models.Count, 0, ProtocolLimits.MaxModels, "models");
    }

    private static Dictionary<string, ModelChoice> NoChoices { get; } = [];

    private static void Version(ref Check check, string name, string? version)
    {
        if (!Identifier.IsValid(name))
            check.Fail(RefusalReason.WrongField, "models", "holds a name that is not 1 to 64 of A-Z a-z 0-9 - . _ ~");
        else if (version is null || !Identifier.IsValid(version))
            check.Fail(RefusalReason.WrongField, "models", "holds a version that is not 1 to 64 of A-Z a-z 0-9 - . _ ~");
    }
}
