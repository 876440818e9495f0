using Swarm.Domain;
using Swarm.Hosting;
using Swarm.Inference;
using Swarm.Messaging;
using Swarm.Vision;

namespace Swarm.EdgeSilo.Demo;

internal static class DemoFleetExtensions
{
    /// <param name="services">Where the bridge is registered already, which starts the embedded broker.</param>
    /// <param name="site">In whose topics the devices report.</param>
    /// <param name="keys">Whose models the devices run.</param>
    /// <param name="broker">Asked once the services before have started.</param>
    public static void AddDemoFleet(this IServiceCollection services, SiteId site, ModelKeys keys, Func<BrokerAddress> broker)
    {
        services.AddSingleton(provider => new DemoFleet(
            site, keys, broker, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddHostedService(provider => provider.GetRequiredService<DemoFleet>());
    }

    /// <param name="options">Of the site.</param>
    /// <param name="pictures">Folder of JPEG files.</param>
    /// <exception cref="StartupException">There are no pictures, or there is no model.</exception>
    public static void AddDemoCamera(this IServiceCollection services, EdgeSiloOptions options, string pictures, Func<BrokerAddress> broker)
    {
        try
        {
            var files = FrameFolder.Open(pictures).Files;
            var detector = Detector.Open(options.ModelManifest, [ManifestFile.Read(options.ModelManifest).Sizes[0]]);
            services.AddHostedService(provider => new DemoCamera(
                options.Site.Site, files, detector, broker, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        }
        catch (FrameException e)
        {
            throw new StartupException($"--camera {pictures}: {e.Message}.", e);
        }
        catch (ModelException e)
        {
            throw new StartupException($"--camera needs a model: {e.Message}. Import one: swarm models import centernet --out {Path.GetDirectoryName(options.ModelManifest)}", e);
        }
    }
}
