using System.CommandLine;
using Swarm.EdgeSilo.CommandLine;
using Swarm.EdgeSilo;

// The site stops on signals of its own handling: the parser's would end the process after two seconds.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
return await new EdgeSiloCommand(options => new EdgeSite(options).RunAsync()).Parse(args).InvokeAsync(configuration);
