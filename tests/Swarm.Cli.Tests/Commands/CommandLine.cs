using System.CommandLine;

namespace Swarm.Cli.Tests;

/// <summary>Runs a command line in this process and keeps what it prints.</summary>
internal static class CommandLine
{
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args) =>
        RunAsync(TestContext.Current.CancellationToken, args);

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(CancellationToken cancellationToken, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error };
        var code = await SwarmCommand.InvokeAsync(args, invocation, cancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
