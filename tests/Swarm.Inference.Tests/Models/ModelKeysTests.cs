using System.Security.Cryptography;

namespace Swarm.Inference.Tests;

public sealed class ModelKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("swarm-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Create_NewFolder_OnlyTheOwnerReadsThePrivateKey()
    {
        using var signer = ModelSigner.Create();
        var (secret, open) = ModelKeyFiles.Create(Path.Combine(_folder, "new"), signer);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secret));
        using var again = ModelSigner.FromPem(File.ReadAllText(secret));
        new ModelVerifier(ModelKeys.FromFiles([open])).Verify(again.Sign("reflex", "1", [1]));
        Assert.Equal(signer.KeyId, again.KeyId);
    }

    [Fact]
    public void Create_KeyThere_IsNotReplaced()
    {
        using var signer = ModelSigner.Create();
        var (secret, _) = ModelKeyFiles.Create(_folder, signer);
        var before = File.ReadAllText(secret);

        Assert.Throws<IOException>(() => ModelKeyFiles.Create(_folder, signer));
        File.Delete(Path.Combine(_folder, ModelKeyFiles.PublicName));
        Assert.Throws<IOException>(() => ModelKeyFiles.Create(_folder, signer));
        Assert.Equal(before, File.ReadAllText(secret));
    }

    [Fact]
    public void Of_NoPublicKeyOnP256_RefusedByName()
    {
        using var signer = ModelSigner.Create();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);

        Assert.Contains("private key", Assert.Throws<ArgumentException>(() => ModelKeys.Of(signer.PrivatePem())).Message, StringComparison.Ordinal);
        Assert.Contains("P-256", Assert.Throws<ArgumentException>(() => ModelKeys.Of(other.ExportSubjectPublicKeyInfoPem())).Message, StringComparison.Ordinal);
        Assert.Contains("no public key", Assert.Throws<ArgumentException>(() => ModelKeys.Of(rsa.ExportSubjectPublicKeyInfoPem())).Message, StringComparison.Ordinal);
        Assert.Contains("no public key", Assert.Throws<ArgumentException>(() => ModelKeys.Of("nothing")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ModelSigner.FromPem(signer.PublicPem()));
        Assert.Throws<ArgumentException>(() => ModelSigner.FromPem(other.ExportPkcs8PrivateKeyPem()));
    }

    [Theory]
    [InlineData("reflex", "")]
    [InlineData("re/flex", "1")]
    [InlineData("reflex", "1\n2")]
    [InlineData("reflex", "shipped")]
    public void Sign_NameThatCannotBe_Refused(string name, string version)
    {
        using var signer = ModelSigner.Create();
        Assert.Throws<ArgumentException>(() => signer.Sign(name, version, [1]));
    }
}
