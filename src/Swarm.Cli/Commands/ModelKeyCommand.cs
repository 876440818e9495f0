using System.CommandLine;
using Swarm.Inference;

namespace Swarm.Cli;

/// <summary><c>swarm models keygen</c>.</summary>
internal static class ModelKeyCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--out") { Description = "The folder to put both files into.", HelpName = "DIR", Required = true };
        var command = new Command("keygen", "Makes a pair of keys: one to sign models with, to be kept secret, and one for those who are to trust them.") { folder };
        command.SetAction(result =>
        {
            using var signer = ModelSigner.Create();
            try
            {
                var (secret, open) = ModelKeyFiles.Create(result.GetRequiredValue(folder), signer);
                var output = result.InvocationConfiguration.Output;
                output.WriteLine($"{secret}  signs models; only you may read it, keep it so");
                output.WriteLine($"{open}  for the sites and devices that are to trust key {signer.KeyId}");
                return ExitCode.Success;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"--out: {refused.Message} Give a folder that has no keys yet.");
            }
        });
        return command;
    }
}
