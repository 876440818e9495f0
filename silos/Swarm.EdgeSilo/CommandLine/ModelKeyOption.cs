using System.CommandLine;
using System.CommandLine.Parsing;
using Swarm.Inference;

namespace Swarm.EdgeSilo.CommandLine;

/// <summary><c>--model-key</c>: whose models are taken from outside.</summary>
internal static class ModelKeyOption
{
    public static Option<ModelKeys> Create() => new("--model-key")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "A public key (PEM) whose models the site takes from outside; may be given more than once [default: none is taken]",
        HelpName = "FILE",
        CustomParser = Parse,
    };

    private static ModelKeys Parse(ArgumentResult argument)
    {
        try
        {
            return ModelKeys.FromFiles(argument.Tokens.Select(token => token.Value));
        }
        catch (Exception refused) when (refused is ArgumentException or IOException or UnauthorizedAccessException)
        {
            argument.AddError($"--model-key: {refused.Message}");
            return ModelKeys.None;
        }
    }
}
