using System.Text.Json;
using Swarm.Device;
using Swarm.Inference;

namespace Swarm.DeviceAgent;

/// <summary>The program: the reflex on one thread, its sensors on another, the site on the pool's.</summary>
internal static class Agent
{
    private const int StackBytes = 256 * 1024;

    /// <summary>The last part of the wait for a tick is spent awake: no more than a twentieth of it, or SCHED_FIFO is throttled.</summary>
    private static readonly TimeSpan Spin = TimeSpan.FromMicroseconds(40);

    public static async Task<int> RunAsync(AgentOptions options, CancellationToken cancellationToken)
    {
        var net = ReflexNet.Shipped;
        Say(net.Check.Detail);
        var clock = new MonotonicClock(options.Priority ? Spin : TimeSpan.Zero);
        var board = new VerdictBoard();
        var loop = new ReflexLoop(new()
        {
            Reflex = new(options.Profile, net),
            Brake = board,
            Clock = clock,
            Period = options.Period,
            WarmUpTicks = (int)Math.Ceiling(TimeSpan.FromSeconds(0.5) / options.Period),
        });
        using IRangeSource ranges = options.UdpPort is { } port ? new UdpRanges(port, loop, clock) : new SceneRanges(loop, board, clock, options.Profile);
        Say(ranges.Description);

        RealTime? realTime = null;
        using var prepared = new ManualResetEventSlim();
        var reflex = new Thread(
            () =>
            {
                realTime = RealTime.Prepare(options.Priority);
                prepared.Set();
                loop.Run();
            },
            StackBytes) { Name = "reflex" };
        var sensors = new Thread(ranges.Run) { Name = "ranges", IsBackground = true };
        sensors.Start();
        reflex.Start();
        prepared.Wait(CancellationToken.None);
        foreach (var line in realTime!.Lines)
            Say(line);
        Say(FormattableString.Invariant($"reflex: {1 / options.Period.TotalSeconds:0} ticks a second; site: {options.Broker?.ToString() ?? "none"}"));

        var site = options.Broker is { } broker ? new SiteConnection(options, broker, loop, ranges) : null;
        var garbage = options.Garbage > 0 ? new GarbageMaker(options.Garbage * 1e6) : null;
        try
        {
            await ReportAsync(options, () => Say(Statistics().ToString()), cancellationToken);
        }
        finally
        {
            loop.Stop();
            reflex.Join();
            garbage?.Dispose();
        }

        var last = Statistics();
        if (site is not null)
            await site.DisposeAsync();
        if (options.Json)
            Console.WriteLine(JsonSerializer.Serialize(last, AgentJson.Default.AgentStatistics));
        else
            Console.WriteLine(last);
        return last is { AllocatedBytes: 0, Missed: 0 } ? ExitCode.Success : ExitCode.Fault;

        AgentStatistics Statistics() => AgentStatistics.Of(loop, board, ranges, realTime, site);
    }

    /// <summary>Reports until it is time to end.</summary>
    private static async Task ReportAsync(AgentOptions options, Action report, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (options.Duration is { } duration)
            ending.CancelAfter(duration);
        try
        {
            if (options.ReportEvery == TimeSpan.Zero)
                await Task.Delay(Timeout.Infinite, ending.Token);
            using var timer = new PeriodicTimer(options.ReportEvery);
            while (await timer.WaitForNextTickAsync(ending.Token))
                report();
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C or the end of the time.
        }
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}
