using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Swarm.Grains;

namespace Swarm.Bridge;

/// <summary>The devices that the site knows, so that their messages never stand in line with those of strangers.</summary>
internal sealed partial class Roster(IGrainFactory grains, BridgeOptions options, TimeProvider time, ILogger<Roster> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private volatile ConcurrentDictionary<string, byte> _known = new(StringComparer.Ordinal);

    public bool Contains(ReadOnlySpan<char> device) => _known.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(device);

    public void Add(string device) => _known[device] = 0;

    public void Remove(string device) => _known.TryRemove(device, out _);

    /// <summary>Asks the site anew. Where it cannot be asked, what is known stays.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            var devices = await grains.Site(options.Site.Site).GetDevices().WaitAsync(Patience, time, cancellationToken);
            _known = new(devices.Select(device => KeyValuePair.Create(device.Value, (byte)0)), StringComparer.Ordinal);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotAsked(exception.Message);
        }
    }

    [LoggerMessage(EventName = "RosterNotRefreshed", Level = LogLevel.Warning, Message = "The site could not be asked for its devices: {Cause}")]
    private partial void LogNotAsked(string cause);
}
