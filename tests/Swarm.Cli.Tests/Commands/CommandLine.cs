using System.CommandLine;

namespace Swarm.Cli.Tests;

/// <summary>Runs a command line in this process and keeps what it prints.</summary>
internal static class CommandLine
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error };
        var code = await SwarmCommand.InvokeAsync(args, invocation, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
