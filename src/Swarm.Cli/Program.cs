using System.CommandLine;
using Swarm.Cli;

var invocation = new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
};
return await SwarmCommand.InvokeAsync(args, invocation);
