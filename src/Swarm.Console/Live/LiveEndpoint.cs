using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Swarm.OperatorConsole.Live;

/// <summary>The live stream as server-sent events.</summary>
internal static class LiveEndpoint
{
    /// <summary>How long a browser waits before it connects again.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    public static void MapLive(this IEndpointRouteBuilder api) =>
        api.MapGet("/live", (LiveFeed feed, IHostApplicationLifetime lifetime, HttpContext http) =>
            {
                // Proxies such as nginx hold events back otherwise.
                http.Response.Headers["X-Accel-Buffering"] = "no";
                return TypedResults.ServerSentEvents(EventsAsync(feed, lifetime.ApplicationStopping, http.RequestAborted));
            })
            .WithSummary("Devices, tracks, hazards and stops, up to five times a second, as server-sent events")
            .WithDescription("Event 'snapshot' holds the whole picture; 'unavailable' says why there is none. A slow reader skips frames.");

    // A stream never ends by itself, and the server waits for it on shutdown: so it ends when the application stops.
    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        LiveFeed feed, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        var frames = feed.ListenAsync(ended.Token).GetAsyncEnumerator(ended.Token);
        await using (frames.ConfigureAwait(false))
        {
            TimeSpan? retry = Retry;
            while (await MoveAsync(frames, ended.Token))
            {
                var frame = frames.Current;
                yield return new SseItem<string>(frame.Json, frame.Event)
                {
                    EventId = frame.Number.ToString(CultureInfo.InvariantCulture),
                    ReconnectionInterval = retry,
                };
                retry = null;
            }
        }
    }

    private static async ValueTask<bool> MoveAsync(IAsyncEnumerator<LiveFrame> frames, CancellationToken ended)
    {
        try
        {
            return await frames.MoveNextAsync();
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return false;
        }
    }
}
