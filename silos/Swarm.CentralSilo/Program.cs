using System.CommandLine;
using Swarm.CentralSilo;

// The centre stops on signals of its own handling: the parser's would end the process after two seconds.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
return await new CentralSiloCommand(options => new Centre(options).RunAsync()).Parse(args).InvokeAsync(configuration);
