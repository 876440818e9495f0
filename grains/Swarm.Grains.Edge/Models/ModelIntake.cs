using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Grains.Edge;

/// <summary>Whether a package may be offered to the fleet: whole, signed by a trusted key, loadable and small enough. One per silo.</summary>
internal sealed class ModelIntake(ModelVerifier verifier)
{
    /// <summary>As <c>docs/protocol.md</c> has it for every message without a picture, bytes.</summary>
    private const int MostBytes = 256 * 1024;

    /// <exception cref="ModelRefusedException">It may not.</exception>
    public ModelManifest Check(byte[] package)
    {
        if (package.Length > MostBytes)
            throw new ModelRefusedException(ModelRefusal.TooLarge, $"The package has {package.Length} bytes; up to {MostBytes} go over MQTT. A larger model is a file on each silo.");
        var read = ModelPackage.Read(package);
        verifier.Verify(read);
        if (read.Manifest.Name == ReflexModels.Name)
            ReflexModels.Load(read);
        return read.Manifest;
    }

    /// <summary>The net of a package that was stored, checked all the same: the store may have been changed from outside.</summary>
    /// <exception cref="ModelRefusedException">It may not be run.</exception>
    public ReflexNet LoadReflex(byte[] package, ModelChoice choice) => ReflexModels.Load(package, choice, verifier);
}
