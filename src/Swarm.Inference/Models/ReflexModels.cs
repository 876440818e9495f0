using Swarm.Domain;

namespace Swarm.Inference;

/// <summary>Models of the reflex that come from outside.</summary>
public static class ReflexModels
{
    /// <summary>The name of the reflex's net in packages.</summary>
    public const string Name = "reflex";

    /// <summary>Reads, verifies and loads the net that was asked for.</summary>
    /// <exception cref="ModelRefusedException">It is another, or may not be run.</exception>
    public static ReflexNet Load(ReadOnlySpan<byte> utf8, ModelChoice choice, ModelVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(verifier);
        var package = ModelPackage.Read(utf8);
        verifier.Verify(package, Name, choice.Version, choice.Sha256 ?? "none");
        return Load(package);
    }

    /// <summary>Loads the net of a package that has been verified.</summary>
    /// <exception cref="ModelRefusedException">It is no net for the reflex, or one that returns what is not a number.</exception>
    public static ReflexNet Load(ModelPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        var manifest = package.Manifest;
        if (manifest.Name != Name)
            throw new ModelRefusedException(ModelRefusal.WrongModel, $"The model {manifest.Name} {manifest.Version} is none of the reflex: its name would be {Name}.");
        try
        {
            return ReflexNet.Load(package.Content);
        }
        catch (ReflexModelException refused)
        {
            throw new ModelRefusedException(
                refused.NotANumber ? ModelRefusal.NotANumber : ModelRefusal.WrongShape,
                $"The model {manifest.Name} {manifest.Version} is refused: {refused.Message}",
                refused);
        }
    }
}
