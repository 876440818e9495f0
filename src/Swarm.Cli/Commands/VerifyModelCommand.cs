using System.CommandLine;
using Swarm.Inference;

namespace Swarm.Cli;

/// <summary><c>swarm models verify</c>.</summary>
internal static class VerifyModelCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The package, of swarm models sign." };
        var key = new Option<string[]>("--key") { Description = "A public key that is trusted; may be given more than once.", HelpName = "PEM", Required = true };
        var command = new Command("verify", "Says whether a package is whole and signed by a trusted key, and loads it if it is one of the reflex.") { file, key };
        command.SetAction(result =>
        {
            var package = ModelFiles.ReadPackage(result.GetRequiredValue(file));
            new ModelVerifier(ModelFiles.Keys(result.GetRequiredValue(key))).Verify(package);
            var manifest = package.Manifest;
            var output = result.InvocationConfiguration.Output;
            output.WriteLine($"{manifest.Name} {manifest.Version}: whole, and signed by key {manifest.Key}");
            if (manifest.Name == ReflexModels.Name)
                output.WriteLine(ReflexModels.Load(package).Check.Detail);
            return ExitCode.Success;
        });
        return command;
    }
}
