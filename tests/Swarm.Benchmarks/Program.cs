using System.CommandLine;
using Swarm.Benchmarks.Cells;
using Swarm.Benchmarks.Ingest;
using Swarm.Benchmarks.Publishing;
using Swarm.Benchmarks.Reflex;
using Swarm.Benchmarks.Sharing;
using Swarm.Benchmarks.Street;
using Swarm.Benchmarks.Thin;
using Swarm.Benchmarks.Tracking;
using Swarm.Benchmarks.Twins;

var root = new RootCommand("Measures a site of Swarm. Build and run it with -c Release; docs/performance.md says how to read the figures.")
{
    IngestCommand.Create(),
    TwinsCommand.Create(),
    TrackerCommand.Create(),
    CellCommand.Create(),
    CellsCommand.Create(),
    PublishCommand.Create(),
    SharingCommand.Create(),
    ThinCommand.Create(),
    ThinFleetCommand.Create(),
    StreetCommand.Create(),
    ReflexCommand.Create(),
    LoadCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
