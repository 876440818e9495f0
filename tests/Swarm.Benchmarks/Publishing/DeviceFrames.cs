using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Benchmarks.Publishing;

/// <summary>What one device sends at each of its turns: a <c>state</c> and a <c>detections</c> message, of which only the time changes.</summary>
internal sealed class DeviceFrames
{
    /// <summary>As many digits as a time can have, so that any other fits in its place.</summary>
    private static readonly DateTimeOffset Placeholder = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1);

    private static readonly byte[] PlaceholderText = "2026-01-01T00:00:00.0000001Z"u8.ToArray();

    private readonly byte[] _bytes;
    private readonly int[] _times;

    public DeviceFrames(int device)
    {
        var id = BenchFleet.Id(device);
        _bytes = [.. Frame(id, BenchFleet.State(device, Placeholder)), .. Frame(id, BenchFleet.Detections(device, Placeholder))];
        var first = _bytes.AsSpan().IndexOf(PlaceholderText);
        _times = [first, _bytes.AsSpan().LastIndexOf(PlaceholderText)];
    }

    /// <summary>Messages in one turn.</summary>
    public static int Count => 2;

    public ReadOnlySpan<byte> At(DateTime time)
    {
        foreach (var at in _times)
            time.TryFormat(_bytes.AsSpan(at, PlaceholderText.Length), out _, "O", null);

        return _bytes;
    }

    private static byte[] Frame(DeviceId device, UplinkMessage message)
    {
        var publication = Publication.Of(BenchFleet.Site.Site, device, message);
        return MqttFrame.Publish(publication.Topic, publication.Payload.Span);
    }
}
