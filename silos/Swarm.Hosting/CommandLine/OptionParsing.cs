using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;

namespace Swarm.Hosting;

/// <summary>How options of the command line are read, each with a hint where it cannot be.</summary>
public static class OptionParsing
{
    public delegate bool TryParse<T>(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>A port; 0 for any free one.</summary>
    public static Option<int> Port(string name, string description, int port)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "PORT", DefaultValueFactory = _ => port };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > ushort.MaxValue)
                result.AddError($"{name} {result.Tokens[0].Value}: a port is 0 to {ushort.MaxValue}.");
        });
        return option;
    }

    /// <param name="hint">What to write instead, where it cannot be read.</param>
    /// <param name="otherwise">Given back then; nobody sees it.</param>
    public static T Parse<T>(ArgumentResult argument, TryParse<T> tryParse, string hint, T otherwise)
    {
        var text = argument.Tokens[0].Value;
        if (tryParse(text, out var value)) return value;
        argument.AddError($"{((OptionResult)argument.Parent!).Option.Name} {text}: {hint}.");
        return otherwise;
    }

    public static bool TryParseHttp(string text, [NotNullWhen(true)] out Uri? value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value) && value.Scheme is "http" or "https";
}
