using System.Text;

namespace Swarm.Inference;

/// <summary>What a signed package says of its content. <see cref="CanonicalBytes"/> is what is signed.</summary>
/// <param name="Name">Which model, such as <c>reflex</c>: 1 to 64 of <c>A-Z a-z 0-9 - . _ ~</c>, not beginning with <c>_</c>.</param>
/// <param name="Version">Made of the same characters.</param>
/// <param name="Size">Of the content, bytes.</param>
/// <param name="Sha256">Of the content, 64 hexadecimal digits in lower case.</param>
/// <param name="Key">Which key signed: see <see cref="ModelKeys.IdOf"/>; null where nobody did.</param>
/// <param name="Signature">ECDSA over P-256 with SHA-256 (FIPS 186-5) of <see cref="CanonicalBytes"/>, as an ASN.1 sequence (RFC 3279, section 2.2.3); null where nobody signed.</param>
public sealed record ModelManifest(string Name, string Version, long Size, string Sha256, string? Key = null, byte[]? Signature = null)
{
    /// <summary>
    /// UTF-8 of five lines, each ended by a line feed: <c>swarm-model-1</c>, name, version, size in decimal digits, hash. No field can hold a line feed, so
    /// two manifests that differ never have the same bytes.
    /// </summary>
    public byte[] CanonicalBytes() => Encoding.UTF8.GetBytes(FormattableString.Invariant($"swarm-model-1\n{Name}\n{Version}\n{Size}\n{Sha256}\n"));
}
