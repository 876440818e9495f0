using System.Security.Cryptography;

namespace Swarm.Inference;

/// <summary>Signs models with a private key. Not thread-safe.</summary>
public sealed class ModelSigner : IDisposable
{
    private readonly ECDsa _key;

    private ModelSigner(ECDsa key) => _key = key;

    public string KeyId => ModelKeys.IdOf(_key);

    /// <summary>With a new key.</summary>
    public static ModelSigner Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <param name="pem">A private key on P-256: PKCS #8 or SEC 1, not encrypted.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static ModelSigner FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            ModelKeys.RequireP256(key);
            // A public key has no such thing.
            _ = key.ExportECPrivateKey();
            return new(key);
        }
        catch (Exception invalid) when (invalid is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new ArgumentException($"This is no private key on P-256 in PEM: {invalid.Message}", nameof(pem), invalid);
        }
    }

    /// <summary>For those who are to trust it.</summary>
    public string PublicPem() => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>To be kept secret.</summary>
    public string PrivatePem() => _key.ExportPkcs8PrivateKeyPem();

    /// <param name="name">As <see cref="ModelManifest.Name"/>.</param>
    /// <param name="version">As <see cref="ModelManifest.Version"/>.</param>
    /// <exception cref="ArgumentException">A name or version that cannot be.</exception>
    public ModelPackage Sign(string name, string version, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        foreach (var text in (string[])[name, version])
        {
            if (!Domain.Identifier.IsValid(text))
                throw new ArgumentException($"'{text}' cannot be a model's name or version: 1 to 64 of A-Z a-z 0-9 - . _ ~, not beginning with _.");
        }

        if (version == ModelPackage.Shipped)
            throw new ArgumentException($"The version {ModelPackage.Shipped} is that of the model which is part of the program.", nameof(version));
        var manifest = new ModelManifest(name, version, content.Length, ModelPackage.HashOf(content), KeyId);
        return new(manifest with { Signature = _key.SignData(manifest.CanonicalBytes(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) }, content);
    }

    public void Dispose() => _key.Dispose();
}
