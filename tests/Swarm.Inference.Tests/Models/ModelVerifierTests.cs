using CsCheck;

namespace Swarm.Inference.Tests;

public sealed class ModelVerifierTests : IDisposable
{
    private static readonly byte[] Content = TestModels.Net();

    private readonly ModelSigner _signer = ModelSigner.Create();
    private readonly ModelSigner _stranger = ModelSigner.Create();
    private readonly ModelVerifier _verifier;
    private readonly ModelPackage _package;

    public ModelVerifierTests()
    {
        _verifier = new(ModelKeys.Of(_signer.PublicPem()));
        _package = _signer.Sign("reflex", "2", Content);
    }

    public void Dispose()
    {
        _signer.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public void Verify_Signed_LoadsAfterARoundTrip()
    {
        var read = ModelPackage.Read(_package.Write());
        _verifier.Verify(read, "reflex", "2", ModelPackage.HashOf(Content));

        Assert.Equal(Content, read.Content);
        Assert.NotNull(ReflexModels.Load(read));
    }

    [Fact]
    public void Verify_ContentBesideTheFile_IsTaken()
    {
        var file = _package.Write(contentInside: false);

        _verifier.Verify(ModelPackage.Read(file, () => Content));
        Assert.Equal(ModelRefusal.NotAPackage, TestModels.Refusal(() => ModelPackage.Read(file)));
    }

    [Fact]
    public void Verify_WrongInOneThing_RefusedByName()
    {
        Assert.Equal(ModelRefusal.Truncated, Refused(_package with { Content = Content[..^1] }));
        Assert.Equal(ModelRefusal.WrongHash, Refused(_package with { Content = [.. Content, 0] }));
        Assert.Equal(ModelRefusal.WrongHash, Refused(_package.Changed(manifest => manifest with { Sha256 = new string('0', 64) })));
        Assert.Equal(ModelRefusal.Unsigned, Refused(_package.Changed(manifest => manifest with { Signature = null })));
        Assert.Equal(ModelRefusal.Unsigned, Refused(_package.Changed(manifest => manifest with { Key = null })));
        Assert.Equal(ModelRefusal.UnknownKey, Refused(_stranger.Sign("reflex", "2", Content)));
        Assert.Equal(ModelRefusal.BadSignature, Refused(_stranger.Sign("reflex", "2", Content).Changed(manifest => manifest with { Key = _signer.KeyId })));
        Assert.Equal(ModelRefusal.BadSignature, Refused(_package.Changed(manifest => manifest with { Version = "3" })));
        Assert.Equal(ModelRefusal.BadSignature, Refused(_package.Changed(manifest => manifest with { Name = "other" })));
        Assert.Equal(ModelRefusal.BadSignature, Refused(_package.Changed(manifest => manifest with { Signature = [1, 2, 3] })));
    }

    [Fact]
    public void Verify_WithoutAKey_NothingFromOutside() =>
        Assert.Contains("no key is trusted", Assert.Throws<ModelRefusedException>(() => new ModelVerifier(ModelKeys.None).Verify(_package)).Message, StringComparison.Ordinal);

    [Fact]
    public void Verify_AnotherThanAskedFor_Refused()
    {
        var hash = ModelPackage.HashOf(Content);
        Assert.Equal(ModelRefusal.WrongModel, TestModels.Refusal(() => _verifier.Verify(_package, "reflex", "3", hash)));
        Assert.Equal(ModelRefusal.WrongModel, TestModels.Refusal(() => _verifier.Verify(_package, "centernet", "2", hash)));
        Assert.Equal(ModelRefusal.WrongModel, TestModels.Refusal(() => _verifier.Verify(_package, "reflex", "2", new string('0', 64))));
    }

    [Fact]
    public void Verify_TwoKeys_EitherIsTrusted()
    {
        var both = new ModelVerifier(ModelKeys.Of(_stranger.PublicPem(), _signer.PublicPem()));

        both.Verify(_package);
        both.Verify(_stranger.Sign("reflex", "2", Content));
    }

    [Fact]
    public void Load_GenuineButNoReflex_RefusedByName()
    {
        Assert.Equal(ModelRefusal.WrongShape, TestModels.Refusal(() => ReflexModels.Load(_signer.Sign("reflex", "2", TestModels.Net(inputs: 39)))));
        Assert.Equal(ModelRefusal.WrongShape, TestModels.Refusal(() => ReflexModels.Load(_signer.Sign("reflex", "2", [1, 2, 3]))));
        Assert.Equal(ModelRefusal.WrongShape, TestModels.Refusal(() => ReflexModels.Load(_signer.Sign("reflex", "2", []))));
        Assert.Equal(ModelRefusal.NotANumber, TestModels.Refusal(() => ReflexModels.Load(_signer.Sign("reflex", "2", TestModels.Net(bias: float.NaN)))));
        Assert.Equal(ModelRefusal.WrongModel, TestModels.Refusal(() => ReflexModels.Load(_signer.Sign("centernet", "2", Content))));
    }

    /// <summary>Whatever happens to the file, it is refused by name, or what it says is what was signed (white space may differ).</summary>
    [Fact]
    public void Verify_AnyBytesChanged_NeverAnotherModel()
    {
        var file = _package.Write();
        var manifestEnds = file.AsSpan().IndexOf("\"content\""u8);
        var anywhere = Gen.Frequency((3, Gen.Int[0, manifestEnds]), (1, Gen.Int[0, file.Length - 1]));
        var anyChange = Gen.Select(anywhere, Gen.Byte, Gen.Int[0, 3]).Array[1, 3];

        anyChange.Sample(changes =>
        {
            var bytes = file.ToList();
            foreach (var (at, value, kind) in changes)
                Change(bytes, Math.Min(at, bytes.Count - 1), value, kind);
            ModelPackage read;
            try
            {
                read = ModelPackage.Read(bytes.ToArray());
                _verifier.Verify(read);
            }
            catch (ModelRefusedException refused)
            {
                Assert.NotEmpty(refused.Reason.Name());
                return;
            }

            Assert.Equal(_package.Manifest.CanonicalBytes(), read.Manifest.CanonicalBytes());
            Assert.Equal(_package.Manifest.Signature, read.Manifest.Signature);
            Assert.Equal(Content, read.Content);
        }, iter: 3000);
    }

    [Fact]
    public void Read_AnyStartOfAFile_IsTruncated()
    {
        var file = _package.Write();
        Gen.Int[0, file.Length - 1].Sample(length => Assert.Equal(ModelRefusal.Truncated, TestModels.Refusal(() => ModelPackage.Read(file.AsSpan(0, length).ToArray()))), iter: 300);
    }

    [Fact]
    public void Verify_AnyBitOfTheContentFlipped_WrongHash() => Gen.Select(Gen.Int[0, Content.Length - 1], Gen.Int[0, 7]).Sample((at, bit) =>
    {
        var content = Content.ToArray();
        content[at] ^= (byte)(1 << bit);
        Assert.Equal(ModelRefusal.WrongHash, Refused(_package with { Content = content }));
    }, iter: 300);

    [Fact]
    public void Verify_AnyBitOfTheSignatureFlipped_BadSignature()
    {
        var signature = _package.Manifest.Signature!;
        Gen.Select(Gen.Int[0, signature.Length - 1], Gen.Int[0, 7]).Sample((at, bit) =>
        {
            var changed = signature.ToArray();
            changed[at] ^= (byte)(1 << bit);
            Assert.Equal(ModelRefusal.BadSignature, Refused(_package.Changed(manifest => manifest with { Signature = changed })));
        }, iter: 300);
    }

    [Fact]
    public void Names_All_AreDifferent()
    {
        var names = Enum.GetValues<ModelRefusal>().Select(refusal => refusal.Name()).ToArray();
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    private ModelRefusal Refused(ModelPackage package) => TestModels.Refusal(() => _verifier.Verify(package));

    private static void Change(List<byte> bytes, int at, byte value, int kind)
    {
        if (kind == 0)
            bytes.Insert(at, value);
        else if (kind == 1 && bytes.Count > 1)
            bytes.RemoveAt(at);
        else if (kind == 2)
            bytes[at] ^= (byte)(1 << (value % 8));
        else
            bytes[at] = value;
    }
}
