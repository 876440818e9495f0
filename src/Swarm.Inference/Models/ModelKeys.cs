using System.Security.Cryptography;

namespace Swarm.Inference;

/// <summary>The public keys whose models are run here. Without one, no model from outside is.</summary>
public sealed class ModelKeys
{
    private readonly Dictionary<string, byte[]> _keys;

    private ModelKeys(Dictionary<string, byte[]> keys) => _keys = keys;

    public static ModelKeys None { get; } = new([]);

    public int Count => _keys.Count;

    /// <param name="pems">Each with one public key on P-256 (RFC 7468, section 13).</param>
    /// <exception cref="ArgumentException">One is no such key.</exception>
    public static ModelKeys Of(params IEnumerable<string> pems)
    {
        var keys = new Dictionary<string, byte[]>();
        foreach (var pem in pems)
        {
            if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
                throw new ArgumentException("This is a private key, a public one is expected; keep the private one where models are signed.", nameof(pems));
            using var key = ECDsa.Create();
            try
            {
                key.ImportFromPem(pem);
            }
            catch (Exception invalid) when (invalid is CryptographicException or ArgumentException)
            {
                throw new ArgumentException($"This is no public key in PEM: {invalid.Message}", nameof(pems), invalid);
            }

            RequireP256(key);
            keys[IdOf(key)] = key.ExportSubjectPublicKeyInfo();
        }

        return new(keys);
    }

    /// <exception cref="ArgumentException">A file is no such key; the message names it.</exception>
    /// <exception cref="IOException">One cannot be read.</exception>
    public static ModelKeys FromFiles(IEnumerable<string> paths) => new(paths
        .SelectMany(path =>
        {
            try
            {
                return Of(File.ReadAllText(path))._keys;
            }
            catch (ArgumentException invalid)
            {
                throw new ArgumentException($"{path}: {invalid.Message}", nameof(paths), invalid);
            }
        })
        .DistinctBy(entry => entry.Key)
        .ToDictionary());

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the key's SubjectPublicKeyInfo (RFC 5280, section 4.1).</summary>
    public static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];

    /// <returns>Null where that key is not trusted. The caller disposes it.</returns>
    internal ECDsa? Find(string id)
    {
        if (!_keys.TryGetValue(id, out var info))
            return null;
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(info, out _);
        return key;
    }

    /// <exception cref="ArgumentException">The key is on another curve.</exception>
    internal static void RequireP256(ECDsa key)
    {
        // By its identifier (SEC 2): names differ between platforms.
        if (key.KeySize != 256 || key.ExportParameters(false).Curve.Oid.Value is not "1.2.840.10045.3.1.7")
            throw new ArgumentException($"This key is on another curve than P-256 ({key.ExportParameters(false).Curve.Oid.FriendlyName}).", nameof(key));
    }
}
