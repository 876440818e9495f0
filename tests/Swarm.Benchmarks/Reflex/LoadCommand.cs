using System.CommandLine;
using System.Diagnostics;

namespace Swarm.Benchmarks.Reflex;

/// <summary>The process next door, started by the benchmark itself: it computes, or makes garbage, until its standard input ends.</summary>
internal static class LoadCommand
{
    private const int BlockBytes = 10_000;
    private const int BlocksAlive = 1000;

    public static Command Create()
    {
        var garbage = new Option<double>("--garbage") { Description = "Megabytes a second to allocate; 0 to compute instead" };
        var command = new Command("load", "Loads the machine for another process of this program") { garbage };
        command.Hidden = true;
        command.SetAction(result =>
        {
            var ended = Task.Run(Console.In.ReadToEnd);
            if (result.GetValue(garbage) is > 0 and var rate)
                Allocate(rate * 1e6, ended);
            else
                Compute(ended);
        });
        return command;
    }

    private static void Compute(Task ended)
    {
        var x = 1.0;
        while (!ended.IsCompleted)
        {
            for (var i = 0; i < 100_000; i++)
                x = Math.Sqrt(x + i);
        }
    }

    private static void Allocate(double bytesPerSecond, Task ended)
    {
        var alive = new byte[BlocksAlive][];
        var began = Stopwatch.GetTimestamp();
        for (var i = 0L; !ended.Wait(1);)
        {
            while (i * BlockBytes < Stopwatch.GetElapsedTime(began).TotalSeconds * bytesPerSecond)
                alive[i++ % BlocksAlive] = new byte[BlockBytes];
        }
    }
}
