using Swarm.Domain;
using Swarm.Messaging;
using Swarm.Simulation;
using Swarm.Vision;

namespace Swarm.EdgeSilo.Demo;

/// <summary>A camera of the demo that shows real pictures: the smallest size of the model is on board, the site has a larger one.</summary>
internal sealed class DemoCamera(
    SiteId site, IReadOnlyList<string> files, Detector detector, Func<BrokerAddress> broker, TimeProvider time, ILoggerFactory loggers) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var camera = new PictureCamera(
            new PictureCameraOptions { Broker = broker(), Site = site, Files = files }, new ObjectFinder(detector, detector.Sizes[0]), time, loggers);
        await camera.RunAsync(stoppingToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        detector.Dispose();
    }
}
