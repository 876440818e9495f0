using Microsoft.Extensions.Logging.Abstractions;
using Swarm.Messaging;

namespace Swarm.Benchmarks.Reflex;

/// <summary>Runs the agent in one scenario.</summary>
internal static class ReflexRun
{
    private const double GarbageRate = 20;

    public static async Task<ReflexRow> MeasureAsync(AgentProgram agent, ReflexScenario scenario, bool priority, double seconds, CancellationToken cancellationToken)
    {
        Report.Progress($"{scenario}, {(priority ? "with" : "without")} priority");
        string[] more = scenario == ReflexScenario.GarbageWithin ? ["--garbage", Report.Number(GarbageRate)] : [];
        var loads = scenario switch
        {
            ReflexScenario.BusyCores => Enumerable.Range(0, Environment.ProcessorCount).Select(_ => LoadProcess.Computing()).ToList(),
            ReflexScenario.GarbageNextDoor => [LoadProcess.Allocating(GarbageRate)],
            _ => [],
        };
        var broker = scenario == ReflexScenario.LinkCut ? new EmbeddedBroker(new() { Port = 0 }, NullLogger<EmbeddedBroker>.Instance) : null;
        try
        {
            if (broker is not null)
            {
                await broker.StartAsync();
                more = ["--mqtt", $"mqtt://127.0.0.1:{broker.Port}"];
            }

            var running = agent.RunAsync(seconds, priority, more, cancellationToken);
            if (broker is not null)
            {
                await Task.Delay(TimeSpan.FromSeconds(seconds / 3), cancellationToken);
                await broker.DisposeAsync();
            }

            var found = await running;
            return new(
                scenario,
                (bool)found["priority"]! && (bool)found["memoryLocked"]!,
                (long)found["ticks"]!,
                (long)found["missed"]!,
                (long)found["late"]!,
                (double)found["p50"]!,
                (double)found["p99"]!,
                (double)found["p99_9"]!,
                (double)found["p99_99"]!,
                (double)found["max"]!,
                (long)found["allocatedBytes"]!,
                (string)found["link"]!);
        }
        finally
        {
            loads.ForEach(load => load.Dispose());
            if (broker is not null)
                await broker.DisposeAsync();
        }
    }
}
