using System.Security.Cryptography;

namespace Swarm.Inference;

/// <summary>Whether a model from outside may be run: its content is whole and signed by somebody who is trusted here. Safe for several threads.</summary>
public sealed class ModelVerifier(ModelKeys keys)
{
    /// <summary>Whose models are run.</summary>
    public ModelKeys Keys { get; } = keys;

    /// <summary>Looks at nothing of the content but its hash.</summary>
    /// <exception cref="ModelRefusedException">It may not.</exception>
    public void Verify(ModelPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        var (manifest, content) = (package.Manifest, package.Content);
        if (content.Length < manifest.Size)
            throw Refused(manifest, ModelRefusal.Truncated, $"is truncated: {content.Length} bytes of {manifest.Size}");
        if (content.Length != manifest.Size || ModelPackage.HashOf(content) != manifest.Sha256)
            throw Refused(manifest, ModelRefusal.WrongHash, "is not what its SHA-256 says");
        if (manifest.Signature is not { } signature || manifest.Key is not { } id)
            throw Refused(manifest, ModelRefusal.Unsigned, "is not signed");
        using var key = Keys.Find(id) ?? throw Refused(
            manifest,
            ModelRefusal.UnknownKey,
            Keys.Count == 0 ? "comes from outside, and no key is trusted here" : $"is signed by the key {id}, which is not trusted here");
        if (!IsSigned(key, manifest, signature))
            throw Refused(manifest, ModelRefusal.BadSignature, $"has a signature that is not of the key {id}");
    }

    /// <summary>Verifies a package and that it is the one that was asked for.</summary>
    /// <exception cref="ModelRefusedException">It may not be run.</exception>
    public void Verify(ModelPackage package, string name, string version, string sha256)
    {
        Verify(package);
        var manifest = package.Manifest;
        if ((manifest.Name, manifest.Version, manifest.Sha256) != (name, version, sha256))
            throw Refused(manifest, ModelRefusal.WrongModel, $"is not {name} {version} of SHA-256 {sha256}, which was asked for");
    }

    private static bool IsSigned(ECDsa key, ModelManifest manifest, byte[] signature)
    {
        try
        {
            return key.VerifyData(manifest.CanonicalBytes(), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            // Bytes that are no such sequence are no signature either.
            return false;
        }
    }

    private static ModelRefusedException Refused(ModelManifest manifest, ModelRefusal reason, string why) =>
        new(reason, $"The model {manifest.Name} {manifest.Version} {why}.");
}
