using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans.Storage;
using Orleans.TestingHost;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.Grains.Edge;
using Swarm.Vision;

namespace Swarm.Cluster.Tests;

/// <summary>Two silos of a site in this process, their clock, their store and their way to the devices in the test's hands.</summary>
public sealed class EdgeCluster : IAsyncLifetime
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly InProcessTestCluster _cluster;

    public EdgeCluster()
        : this(fakeTime: true)
    {
    }

    internal EdgeCluster(bool fakeTime)
    {
        Time = fakeTime ? Clock : TimeProvider.System;
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            if (fakeTime)
            {
                silo.Services.AddSingleton<TimeProvider>(Clock);
                silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            }

            silo.Services.AddSingleton<IDownlink>(Downlink);
            silo.Services.AddKeyedSingleton<IGrainStorage>(EdgeStorage.Name, (services, name) =>
                Store.For(services.GetRequiredKeyedService<IGrainStorageSerializer>(name)));
            silo.Services.AddSingleton(_ => new InferenceOptions { Find = jpeg => Eye(jpeg), Model = "test-512@1", Workers = 1, MaxWaiting = 1 });
            silo.Services.AddSingleton(SignedReflex.Verifier);
            silo.AddEdgeGrains(Site);
            silo.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        });
        _cluster = builder.Build();
    }

    internal static SiteInfo Site { get; } = new(new SiteId("yard"), new GeoPoint(52, 13), 100);

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    /// <summary>The clock of the site: <see cref="Clock"/>, unless the test asked for the real one.</summary>
    internal TimeProvider Time { get; }

    internal MemoryStore Store { get; } = new();

    /// <summary>What the silos' model sees in a picture.</summary>
    internal Func<ReadOnlyMemory<byte>, Finding> Eye { get; set; } = _ => new Finding(FrameRefusal.None, []);

    internal RecordingDownlink Downlink { get; } = new();

    internal InProcessTestCluster Silos => _cluster;

    internal IGrainFactory Grains => _cluster.Client;

    internal ISiteGrain SiteGrain => Grains.Site(Site.Site);

    internal ISiteViewGrain SiteView => Grains.SiteView(Site.Site);

    public async ValueTask InitializeAsync() => await _cluster.DeployAsync();

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    internal TestDevice Device(string id) => new(this, new DeviceId(id));

    internal IPerceptionGrain Cell(int column, int row) => Grains.Perception(Site.Site, new CellId(column, row));

    /// <summary>Ends the silo that holds a grain as a power cut would.</summary>
    internal async Task KillSiloOfAsync(IAddressable grain)
    {
        Assert.True(_cluster.TryGetGrainContext(grain.GetGrainId(), out var context), "The grain is not active.");
        await _cluster.KillSiloAsync(_cluster.GetSiloForAddress(context.Address.SiloAddress!)!);
    }

    /// <summary>Lets fake time pass in steps, until something is so or too much time has gone by.</summary>
    /// <returns>The fake time that it took.</returns>
    internal async Task<TimeSpan> AdvanceUntilAsync(Func<Task<bool>> isSo, TimeSpan step, TimeSpan limit)
    {
        var passed = TimeSpan.Zero;
        var looked = Stopwatch.StartNew();
        while (!await isSo())
        {
            // What a step has set off takes real time: look again for a while before the next one.
            if (looked.Elapsed < Look)
            {
                continue;
            }

            Assert.True(passed < limit, $"It was not so after {passed}.");
            Clock.Advance(step);
            passed += step;
            looked.Restart();
        }

        return passed;
    }
}
