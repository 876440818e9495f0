using Microsoft.Extensions.Logging.Abstractions;
using Swarm.Device;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.DeviceAgent;

/// <summary>The device's link to its site: says once a second how it fares and keeps the reflex's loop told of what the site allows. The reflex waits for none of it.</summary>
internal sealed class SiteConnection : IAsyncDisposable
{
    /// <summary>Standard deviation in metres.</summary>
    private const double UnknownPosition = 100;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly SiteLink _site = new(TimeProvider.System);
    private readonly DeviceLink _link;
    private readonly ReflexLoop _loop;
    private readonly IRangeSource _ranges;
    private readonly Timer _timer;

    public SiteConnection(AgentOptions options, BrokerAddress broker, ReflexLoop loop, IRangeSource ranges)
    {
        (_loop, _ranges) = (loop, ranges);
        _link = new(
            new DeviceLinkOptions
            {
                Broker = broker,
                Site = options.Site,
                Device = options.Device,
                Factsheet = new(
                    options.Kind,
                    Compute.OnBoard,
                    new(options.Profile.Length, options.Profile.Width, 1),
                    [],
                    Manufacturer: "Swarm",
                    Model: "device agent",
                    MaxSpeed: options.Profile.MaxSpeed),
                Receive = Receive,
            },
            TimeProvider.System,
            NullLoggerFactory.Instance);
        _link.Start();
        _timer = new(_ => Tell(), null, TimeSpan.Zero, Period);
    }

    public long Sent => _link.Sent;

    public string State => _link.State.ToString();

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _link.DisposeAsync();
    }

    private CommandAck? Receive(DownlinkMessage message)
    {
        var answer = _site.Receive(message);
        Obey(_site.Guidance);
        return answer;
    }

    /// <summary>A stop or a limit holds whether the site is there or not.</summary>
    private void Obey(SiteGuidance guidance) => _loop.SiteSpeed = guidance.Stopped ? 0 : guidance.MaxSpeed ?? double.PositiveInfinity;

    private void Tell()
    {
        var guidance = _site.Guidance;
        Obey(guidance);
        // It knows how fast it is and not where: whoever builds a machine around this puts its pose here.
        _link.Post(new DeviceState(
            TimeProvider.System.GetUtcNow(),
            default,
            PoseCovariance.Diagonal(UnknownPosition, Math.PI),
            new(_ranges.Speed, 0),
            guidance.Stopped ? DeviceMode.Stopped : DeviceMode.Automatic,
            DesiredVersion: guidance.DesiredVersion));
    }
}
