using System.CommandLine;
using Swarm.DeviceAgent;

var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
var parsed = AgentCommand.Create().Parse(args);
try
{
    var code = await parsed.InvokeAsync(invocation);
    return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
}
catch (AgentException exception)
{
    await Console.Error.WriteLineAsync($"swarm-device: {exception.Message}");
    return ExitCode.Usage;
}
