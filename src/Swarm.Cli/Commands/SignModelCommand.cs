using System.CommandLine;
using Swarm.Inference;

namespace Swarm.Cli;

/// <summary><c>swarm models sign</c>.</summary>
internal static class SignModelCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The model, such as an ONNX file." };
        var key = new Option<string>("--key") { Description = "The private key, of swarm models keygen.", HelpName = "PEM", Required = true };
        var name = new Option<string>("--name") { Description = "Which model it is; that of the reflex is reflex.", Required = true };
        var version = new Option<string>("--version") { Description = "Its version. A version stands for one content, always.", Required = true };
        var output = new Option<string?>("--out")
        {
            Description = $"Where the package goes; without it FILE{ModelPackage.FileSuffix}. Up to 184 KiB of content are put inside, more stays in FILE beside it.",
            HelpName = "FILE",
        };
        var command = new Command("sign", "Signs a model with a private key.") { file, key, name, version, output };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(file);
            using var signer = Signer(result.GetRequiredValue(key));
            ModelPackage package;
            try
            {
                package = signer.Sign(result.GetRequiredValue(name), result.GetRequiredValue(version), ModelFiles.Read(path));
            }
            catch (ArgumentException refused)
            {
                throw new UsageException(refused.Message);
            }

            var to = result.GetValue(output) ?? path + ModelPackage.FileSuffix;
            var inside = package.Content.Length <= ModelPackage.MostContent;
            ModelFiles.Write(to, package.Write(inside));
            var manifest = package.Manifest;
            result.InvocationConfiguration.Output.WriteLine(
                $"{to}: {manifest.Name} {manifest.Version}, {manifest.Size} bytes {(inside ? "inside" : "beside it")}, SHA-256 {manifest.Sha256}, signed by key {manifest.Key}");
            return ExitCode.Success;
        });
        return command;
    }

    private static ModelSigner Signer(string path)
    {
        try
        {
            return ModelSigner.FromPem(ModelFiles.ReadText(path));
        }
        catch (ArgumentException refused)
        {
            throw new UsageException($"--key {path}: {refused.Message}");
        }
    }
}
