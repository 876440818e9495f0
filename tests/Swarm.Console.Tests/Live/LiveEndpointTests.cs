using System.Globalization;
using System.Net.ServerSentEvents;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Swarm.Grains;
using Swarm.OperatorConsole.Live;
using Swarm.OperatorConsole.Sites;
using Swarm.OperatorConsole.Tests.Fakes;

namespace Swarm.OperatorConsole.Tests.Live;

public sealed class LiveEndpointTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task GetLive_Listening_SendsNumberedSnapshots()
    {
        await using var host = await ConsoleHost.StartAsync();
        await using var reader = await EventReader.OpenAsync(host.Client);

        var first = await NextAsync(reader);
        var second = await NextAsync(reader);

        Assert.Equal("text/event-stream", reader.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("snapshot", first.EventType);
        Assert.Equal(TimeSpan.FromSeconds(1), reader.Retry);
        Assert.Equal(long.Parse(first.EventId!, CultureInfo.InvariantCulture) + 1, long.Parse(second.EventId!, CultureInfo.InvariantCulture));
        Assert.True(EventReader.TimeOf(second) > EventReader.TimeOf(first));
    }

    [Fact]
    public async Task GetLive_ManyListeners_ShareOneQuestion()
    {
        await using var host = await ConsoleHost.StartAsync();
        var readers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => EventReader.OpenAsync(host.Client)));

        var before = host.Grains.View.Asked;
        foreach (var reader in readers)
            for (var i = 0; i < 5; i++)
                await NextAsync(reader);
        var asked = host.Grains.View.Asked - before;

        Assert.InRange(asked, 1, 50);
        foreach (var reader in readers)
            await reader.DisposeAsync();
    }

    [Fact]
    public async Task GetLive_GrainFailsAndRecovers_SaysUnavailableThenSnapshots()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Grains.View.Failure = new TimeoutException("no silo answers");
        await using var reader = await EventReader.OpenAsync(host.Client);

        var unavailable = await NextAsync(reader);
        host.Grains.View.Failure = null;
        var recovered = await NextAsync(reader);
        while (recovered.EventType == "unavailable")
            recovered = await NextAsync(reader);

        Assert.Equal("unavailable", unavailable.EventType);
        Assert.Equal("\"no silo answers\"", unavailable.Data);
        Assert.Equal("snapshot", recovered.EventType);
    }

    [Fact]
    public async Task Dispose_WithListener_EndsTheStream()
    {
        var host = await ConsoleHost.StartAsync();
        await using var reader = await EventReader.OpenAsync(host.Client);
        await NextAsync(reader);

        await host.StopAsync();

        while (await reader.NextAsync() is not null)
        {
            // What was sent before the end.
        }

        await host.DisposeAsync();
    }

    [Fact]
    public async Task Listen_NobodyListens_AsksNothing()
    {
        var time = new FakeTimeProvider();
        var grains = new FakeGrains(time);
        using var feed = Feed(grains, time);
        await feed.StartAsync(TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, grains.View.Asked);

        var listener = feed.ListenAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await listener.MoveNextAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
        await listener.DisposeAsync();

        Assert.Equal(1, grains.View.Asked);
        Assert.Equal(0, feed.Listeners);
        time.Advance(TimeSpan.FromMinutes(1));
        await feed.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, grains.View.Asked);
    }

    [Fact]
    public async Task Listen_SlowListener_SkipsToTheNewest()
    {
        var time = new FakeTimeProvider();
        var grains = new FakeGrains(time);
        using var feed = Feed(grains, time);
        var cancellation = TestContext.Current.CancellationToken;
        await feed.StartAsync(cancellation);
        await using var quick = feed.ListenAsync(cancellation).GetAsyncEnumerator(cancellation);
        await using var slow = feed.ListenAsync(cancellation).GetAsyncEnumerator(cancellation);
        await MoveAsync(slow);
        await MoveAsync(quick);

        for (var i = 0; i < 10; i++)
        {
            var next = quick.MoveNextAsync().AsTask();
            while (!next.IsCompleted)
            {
                time.Advance(LiveFeed.Interval);
                await Task.Yield();
            }

            Assert.True(await next);
        }

        await MoveAsync(slow);

        Assert.Equal(quick.Current.Number, slow.Current.Number);
        Assert.Same(quick.Current.Json, slow.Current.Json);
        await feed.StopAsync(cancellation);

        async Task MoveAsync(IAsyncEnumerator<LiveFrame> listener) => Assert.True(await listener.MoveNextAsync().AsTask().WaitAsync(Patience, cancellation));
    }

    [Fact]
    public async Task GetLive_ReaderThatDoesNotRead_HoldsNobodyUpAndSkips()
    {
        var wide = new string('x', 1_000_000);
        await using var host = await ConsoleHost.StartAsync(seed: grains => grains.View.Scene = now => new SiteView(now, [], [LargeTrack(now, wide)], [], []));
        await using var stuck = await EventReader.OpenAsync(host.Client);
        await using var quick = await EventReader.OpenAsync(host.Client);
        var first = long.Parse((await NextAsync(stuck)).EventId!, CultureInfo.InvariantCulture);

        for (var i = 0; i < 25; i++)
            await NextAsync(quick);
        var numbers = new List<long>();
        while (numbers.Count == 0 || numbers[^1] < first + 25)
            numbers.Add(long.Parse((await NextAsync(stuck)).EventId!, CultureInfo.InvariantCulture));

        Assert.True(numbers.Count < numbers[^1] - first, $"{numbers.Count} of {numbers[^1] - first} frames came: none was skipped");
    }

    private static Domain.Track LargeTrack(DateTimeOffset now, string name) =>
        new(new Domain.TrackId(name), Domain.ObjectClass.Unknown, now, default, default, default, 1, true, []);

    private static LiveFeed Feed(FakeGrains grains, FakeTimeProvider time) =>
        new(new SiteGrains(grains, new ConsoleSite(ConsoleHost.Info, null)), time, NullLogger<LiveFeed>.Instance);

    private static async Task<SseItem<string>> NextAsync(EventReader reader) => (await reader.NextAsync())!.Value;
}
