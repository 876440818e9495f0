using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>
/// The devices and stops of a site. Stops are stored first and told after that, by a timer that goes on until every device has them, also
/// in the activation that follows this one.
/// </summary>
[GrainType("site")]
internal sealed partial class SiteGrain(
    [PersistentState("roster", EdgeStorage.Name)] IPersistentState<Roster> roster,
    [PersistentState("guests", EdgeStorage.Name)] IPersistentState<GuestList> guests,
    [PersistentState("stops", EdgeStorage.Name)] IPersistentState<LatchedStops> stops,
    [PersistentState("told", EdgeStorage.Name)] IPersistentState<ToldStops> told,
    TimeProvider time,
    EdgeMetrics metrics,
    ILogger<SiteGrain> logger) : Grain, ISiteGrain
{
    private const int CallsAtOnce = 64;
    private const int GuestsAskedAtOnce = 10;
    private static readonly TimeSpan RetryPeriod = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MakeRoomEvery = TimeSpan.FromMinutes(1);

    private readonly HashSet<DeviceId> _untold = [];
    private SiteId _site;
    private Admissions _admissions = null!;
    private StopList _stops = null!;
    private DateTimeOffset _nextRoom;
    private IGrainTimer _timer = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _site = new SiteId(this.GetPrimaryKeyString());
        _admissions = new Admissions(roster.State.Registered, guests.State.Guests);
        _stops = stops.State.List;
        _timer = this.RegisterGrainTimer(TellAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, RetryPeriod) { Interleave = true, KeepAlive = true });
        if (told.State.Version < _stops.Version)
        {
            Tell(_admissions.All);
        }

        return Task.CompletedTask;
    }

    public async Task<Admission> Admit(DeviceId device)
    {
        var now = time.GetUtcNow();
        if (_admissions.IsRegistered(device))
        {
            return Admission.Registered;
        }

        if (_admissions.Touch(device, now))
        {
            return Admission.Unregistered;
        }

        if (_admissions.IsFull && !await MakeRoomAsync(now))
        {
            return Admission.Refused;
        }

        _admissions.Invite(device, now);
        await StoreAsync(registered: false);
        return Admission.Unregistered;
    }

    public async Task Register(IReadOnlyList<DeviceId> devices)
    {
        foreach (var device in devices)
        {
            _admissions.Register(device);
        }

        await StoreAsync(registered: true);

        // Telling a device its stops also wakes its grain, which then shows itself to those who look.
        Tell(devices);
    }

    public async Task<bool> Remove(DeviceId device)
    {
        if (!_admissions.Knows(device))
        {
            return false;
        }

        // Off the list first, so that the live view does not ask for it again while it is being forgotten.
        _admissions.Remove(device);
        _untold.Remove(device);
        try
        {
            await GrainFactory.Device(_site, device).Forget();
            await GrainFactory.SiteView(_site).ForgetDevice(device);
        }
        catch
        {
            // It is still on the stored list: whoever removes it again finds it there.
            DeactivateOnIdle();
            throw;
        }

        await StoreAsync(registered: true);
        return true;
    }

    public Task<IReadOnlyList<DeviceId>> GetDevices() => Task.FromResult(_admissions.All);

    public async Task<Stop> Stop(StopScope scope, string? reason)
    {
        var stop = new Stop(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)), scope, time.GetUtcNow(), reason);
        await LatchAsync([.. _stops.Stops, stop]);
        return stop;
    }

    public async Task<bool> Release(string stopId)
    {
        var left = _stops.Stops.Where(stop => stop.Id != stopId).ToList();
        if (left.Count == _stops.Stops.Count)
        {
            return false;
        }

        await LatchAsync(left);
        return true;
    }

    public Task<StopList> GetStops() => Task.FromResult(_stops);

    private async Task LatchAsync(IReadOnlyList<Stop> list)
    {
        var next = new StopList(_stops.Version + 1, list);
        stops.State = new LatchedStops { List = next };
        await WriteAsync("stops", stops.WriteStateAsync);
        _stops = next;
        Tell(_admissions.All);
    }

    /// <summary>Removes a guest that is silent. Whether it is, its own grain knows best: the bridge need not ask for every message.</summary>
    private async Task<bool> MakeRoomAsync(DateTimeOffset now)
    {
        if (now < _nextRoom)
        {
            return false;
        }

        foreach (var device in _admissions.Silent(now, GuestsAskedAtOnce))
        {
            var summary = await GrainFactory.Device(_site, device).GetSummary();
            if (summary.LastSeen is { } seen && now - seen < Admissions.SilentAfter)
            {
                _admissions.Touch(device, seen);
            }
            else
            {
                return await Remove(device);
            }
        }

        _nextRoom = now + MakeRoomEvery;
        return false;
    }

    private async Task StoreAsync(bool registered)
    {
        try
        {
            if (registered)
            {
                roster.State = new Roster { Registered = _admissions.Registered };
                await WriteAsync("roster", roster.WriteStateAsync);
            }

            guests.State = new GuestList { Guests = _admissions.Guests };
            await WriteAsync("guests", guests.WriteStateAsync);
        }
        catch
        {
            // What is in memory is ahead of the store now: the next activation begins with what is stored.
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task WriteAsync(string state, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch
        {
            metrics.FailedWrite(state);
            throw;
        }
    }

    private void Tell(IReadOnlyList<DeviceId> devices)
    {
        _untold.UnionWith(devices);
        _timer.Change(TimeSpan.Zero, RetryPeriod);
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var list = _stops;
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = CallsAtOnce,
            CancellationToken = cancellationToken,
            TaskScheduler = TaskScheduler.Current, // Stays on this grain's own thread.
        };
        await Parallel.ForEachAsync(_untold.ToList(), options, (device, cancellation) => TellAsync(device, list, cancellation));
        if (_untold.Count > 0 || list.Version != _stops.Version)
        {
            return;
        }

        if (told.State.Version != list.Version)
        {
            told.State = new ToldStops { Version = list.Version };
            await WriteAsync("told", told.WriteStateAsync);
        }

        if (_untold.Count == 0 && list.Version == _stops.Version)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, RetryPeriod);
        }
    }

    private async ValueTask TellAsync(DeviceId device, StopList list, CancellationToken cancellationToken)
    {
        try
        {
            // Not waited for when this activation ends: the device may be asking its successor for the stops, which begins only then.
            await GrainFactory.Device(_site, device).UpdateStops(list).WaitAsync(cancellationToken);
            if (list.Version == _stops.Version)
            {
                _untold.Remove(device);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.FailedCall("device");
            LogNotTold(exception, device, list.Version);
        }
    }

    [LoggerMessage(EventId = 20, EventName = "NotTold", Level = LogLevel.Warning,
        Message = "{Device} could not be told version {Version} of the stops; tried again.")]
    private partial void LogNotTold(Exception exception, DeviceId device, long version);
}
