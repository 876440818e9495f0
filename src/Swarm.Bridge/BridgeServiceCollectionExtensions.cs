using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Swarm.Grains;

namespace Swarm.Bridge;

/// <summary>Registers the bridge.</summary>
public static class BridgeServiceCollectionExtensions
{
    /// <summary>
    /// Adds the bridge between a broker and the grains, and <see cref="IDownlink"/> with it. It needs an <c>IGrainFactory</c>; register it
    /// after the silo or the client that provides one, so that it starts later and stops earlier.
    /// </summary>
    /// <exception cref="OptionsValidationException">A setting cannot work; every such setting is named with its value.</exception>
    public static IServiceCollection AddBridge(this IServiceCollection services, BridgeOptions options)
    {
        if (BridgeOptionsValidator.Failures(options) is { Count: > 0 } failures)
            throw new OptionsValidationException(nameof(BridgeOptions), typeof(BridgeOptions), failures);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<BridgeMetrics>();
        services.AddSingleton<LeaseKeeper>();
        services.AddSingleton<Roster>();
        services.AddSingleton<RefusedDevices>();
        services.AddSingleton<AdmissionDesk>();
        services.AddSingleton<RefusalReporter>();
        services.AddSingleton<MailClerk>();
        services.AddSingleton<ClockDesk>();
        services.AddSingleton<ScanDesk>();
        services.AddSingleton<PostOffice>();
        if (options.Embedded is null)
        {
            services.AddSingleton<BrokerDownlink>();
            services.AddSingleton<IDownlink>(provider => provider.GetRequiredService<BrokerDownlink>());
            services.AddSingleton<ExternalIngest>();
            services.AddSingleton<IIngest>(provider => provider.GetRequiredService<ExternalIngest>());
            services.AddSingleton<IReadiness, BrokerReadiness>();
        }
        else
        {
            services.AddSingleton<IDownlink, EmbeddedDownlink>();
            services.AddSingleton<IIngest, EmbeddedIngest>();
            services.AddSingleton<IReadiness, EmbeddedReadiness>();
        }

        services.AddSingleton<IHostedService, BridgeService>();
        return services;
    }
}
