using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Swarm.Domain;

namespace Swarm.Inference;

/// <summary>A model's content with its manifest. As a file it is one JSON object, the content in Base64 inside, or left out and in a file beside it.</summary>
/// <remarks>What this reads is well-formed and no more: <see cref="ModelVerifier"/> says whether it is to be trusted.</remarks>
public sealed record ModelPackage(ModelManifest Manifest, byte[] Content)
{
    /// <summary>Most bytes of content that go over MQTT: as Base64, with the manifest around it, they fit into the 256 KiB of a message.</summary>
    public const int MostContent = 184 * 1024;

    /// <summary>The version of a model that is part of the program: it needs no package and no signature, and none may call itself so.</summary>
    public const string Shipped = "shipped";

    /// <summary>Of a file that leaves its content beside it: <c>reflex.onnx.model.json</c> lies beside <c>reflex.onnx</c>.</summary>
    public const string FileSuffix = ".model.json";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The content as a hash of a manifest, in lower case.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <param name="utf8">The JSON object.</param>
    /// <param name="beside">The content where it is not inside.</param>
    /// <exception cref="ModelRefusedException">It is no package, or it ends early.</exception>
    public static ModelPackage Read(ReadOnlySpan<byte> utf8, Func<byte[]>? beside = null)
    {
        ModelPackageText text;
        try
        {
            text = JsonSerializer.Deserialize(utf8, ModelPackageJson.Default.ModelPackageText) ?? throw NotAPackage("it is null");
        }
        catch (JsonException malformed)
        {
            throw IsCut(utf8)
                ? new ModelRefusedException(ModelRefusal.Truncated, "The model's package ends early.", malformed)
                : new ModelRefusedException(ModelRefusal.NotAPackage, $"This is no signed model: {malformed.Message}", malformed);
        }

        var manifest = new ModelManifest(
            Valid(text.Name, "name"),
            Valid(text.Version, "version"),
            text.Size is >= 0 ? text.Size.Value : throw NotAPackage("its size is missing or negative"),
            text.Sha256 is { Length: 64 } hash && !hash.AsSpan().ContainsAnyExcept(HexDigits) ? hash : throw NotAPackage("its sha256 is not 64 hexadecimal digits in lower case"),
            text.Key,
            text.Signature is { } signature ? Decode(signature, "signature") : null);
        return new(manifest, text.Content is { } content ? Decode(content, "content") : beside?.Invoke() ?? throw NotAPackage("it has no content"));
    }

    /// <param name="contentInside">False where the content is a file beside it.</param>
    public byte[] Write(bool contentInside = true) => JsonSerializer.SerializeToUtf8Bytes(
        new ModelPackageText
        {
            Name = Manifest.Name,
            Version = Manifest.Version,
            Size = Manifest.Size,
            Sha256 = Manifest.Sha256,
            Key = Manifest.Key,
            Signature = Manifest.Signature is { } signature ? Convert.ToBase64String(signature) : null,
            Content = contentInside ? Convert.ToBase64String(Content) : null,
        },
        ModelPackageJson.Default.ModelPackageText);

    private static string Valid(string? text, string field) =>
        Identifier.IsValid(text) ? text! : throw NotAPackage($"its {field} is not 1 to 64 of A-Z a-z 0-9 - . _ ~");

    /// <summary>Only the one text that stands for these bytes: no white space, no bits left over.</summary>
    private static byte[] Decode(string base64, string field)
    {
        var bytes = new byte[base64.Length / 4 * 3];
        return Convert.TryFromBase64String(base64, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == base64
            ? bytes[..length]
            : throw NotAPackage($"its {field} is no Base64");
    }

    /// <summary>Whether more text could have made JSON of it.</summary>
    private static bool IsCut(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
            }

            return reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.None or JsonTokenType.StartObject or JsonTokenType.StartArray;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ModelRefusedException NotAPackage(string why) => new(ModelRefusal.NotAPackage, $"This is no signed model: {why}.");
}
