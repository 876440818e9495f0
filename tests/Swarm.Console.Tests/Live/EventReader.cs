using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Swarm.OperatorConsole.Tests.Live;

/// <summary>Reads the live stream of a console.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly SseParser<string> _parser;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventReader(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _parser = SseParser.Create(stream);
        _items = _parser.EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
    }

    public HttpResponseMessage Response => _response;

    public TimeSpan Retry => _parser.ReconnectionInterval;

    public static async Task<EventReader> OpenAsync(HttpClient client)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var response = await client.GetAsync(new Uri("/api/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
        return new EventReader(response, await response.Content.ReadAsStreamAsync(cancellation));
    }

    /// <summary>The next event; null at the end of the stream.</summary>
    public async Task<SseItem<string>?> NextAsync() =>
        await _items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken) ? _items.Current : null;

    public static DateTimeOffset TimeOf(SseItem<string> item) =>
        JsonSerializer.Deserialize<JsonElement>(item.Data).GetProperty("time").GetDateTimeOffset();

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        await _items.DisposeAsync();
    }
}
