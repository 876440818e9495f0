using Microsoft.Extensions.Hosting;
using Swarm.Grains;

namespace Swarm.Bridge;

/// <summary>Starts and stops the bridge in the right order, and does what is due every now and then.</summary>
internal sealed class BridgeService(
    IIngest ingest,
    IDownlink downlink,
    PostOffice office,
    MailClerk clerk,
    ClockDesk clock,
    Roster roster,
    RefusalReporter refusals,
    TimeProvider time) : IHostedService, IDisposable
{
    private static readonly TimeSpan RefusalsEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RosterEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DrainFor = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private Task _working = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await roster.RefreshAsync(cancellationToken);
        (downlink as BrokerDownlink)?.Start();
        _working = Task.WhenAll(
            clock.RunAsync(_stopping.Token),
            EveryAsync(RefusalsEvery, refusals.FlushAsync),
            EveryAsync(RosterEvery, KeepHouseAsync));
        await ingest.StartAsync(cancellationToken);
    }

    /// <summary>What has come in is still delivered, for a while; what is not by then is not acknowledged, and so is sent again.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using (var limit = new CancellationTokenSource(DrainFor, time))
        using (var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken))
            await office.CloseAsync(both.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        clerk.Stop();
        await ingest.StopAsync();
        await _stopping.CancelAsync();
        await _working;
    }

    public void Dispose() => _stopping.Dispose();

    private async Task KeepHouseAsync(CancellationToken stop)
    {
        office.Sweep();
        await roster.RefreshAsync(stop);
    }

    private async Task EveryAsync(TimeSpan period, Func<CancellationToken, Task> work)
    {
        using var timer = new PeriodicTimer(period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
                await work(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return;
        }
    }
}
