using Swarm.Device;
using Swarm.Domain;
using Swarm.Inference;
using Swarm.Vision;

namespace Swarm.EdgeSilo.Central;

/// <summary>
/// The site as a device of the centre: it connects outward, is known by its last will, and asks the centre's larger models. A centre that is not there costs
/// quality and nothing else.
/// </summary>
internal sealed class CentralLink : BackgroundService, ITier<Picture, IReadOnlyList<ImageObject>>
{
    /// <summary>Often enough that the centre does not take the site for silent.</summary>
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(2);

    private readonly SiteLink _site;
    private readonly DeviceLink _link;
    private readonly AskBook _asks;
    private readonly TierAbove _above;
    private readonly TimeProvider _time;

    public CentralLink(CentralOptions options, SiteId site, TimeProvider time, ILoggerFactory loggers)
    {
        _time = time;
        _site = new SiteLink(time);
        _asks = new AskBook(message => _link!.Post(message));
        _above = new TierAbove(_asks);
        _link = new DeviceLink(
            new DeviceLinkOptions
            {
                Broker = options.Broker,
                Site = options.Name,
                Device = new DeviceId(site.Value),
                Factsheet = new Factsheet(DeviceKind.Site, Compute.OnBoard, new Size(0, 0, 0), [], "Swarm", "site"),
                Receive = Take,
            },
            time,
            loggers);
    }

    public Task<TierReply<IReadOnlyList<ImageObject>>> InferAsync(TierCall<Picture> call, CancellationToken cancellationToken) =>
        _above.AskAsync(call, call.Input.Jpeg, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var link = _link;
        link.Start();
        using var timer = new PeriodicTimer(SignOfLife, _time);
        using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
            link.Post(new DeviceState(_time.GetUtcNow(), default, default, default, DeviceMode.Automatic));
    }

    private CommandAck? Take(DownlinkMessage message)
    {
        if (message is not InferenceAnswer answer)
            return _site.Receive(message);
        _asks.Take(answer);
        return null;
    }
}
