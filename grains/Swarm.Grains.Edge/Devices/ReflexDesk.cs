using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Grains.Edge;

/// <summary>The reflex of a thin device, run in its twin: a scan comes in, how fast the device may go is sent out.</summary>
/// <param name="library">Where nets come from that are not the program's own.</param>
/// <param name="desired">Which of them is wanted at first.</param>
internal sealed class ReflexDesk(DeviceDownlink downlink, ReflexLibrary library, DesiredState desired, TimeProvider time, EdgeMetrics metrics)
{
    /// <summary>A new net answers so many scans in shadow first: some seconds of them.</summary>
    private static readonly ShadowLimits Shadow = new() { Ticks = 50 };

    /// <summary>Of a command of kind drive: all have the same, their epochs differ.</summary>
    private const string CommandId = "drive";

    /// <summary>As long as a verdict holds: see <c>docs/protocol.md</c>.</summary>
    private static readonly TimeSpan Validity = TimeSpan.FromMilliseconds(300);

    /// <summary>The verdict that a device drives by is of a scan sent up to 300 ms ago; then its brake has to take hold.</summary>
    private static readonly double ResponseTime = Validity.TotalSeconds + 0.1;

    /// <summary>What a device that does not say it is taken to do, metres per second and metres per second squared.</summary>
    private const double UnknownSpeed = 1;
    private const double UnknownAcceleration = 1;
    private const double UnknownBraking = 1;

    /// <summary>Of wet asphalt.</summary>
    private const double UnknownFriction = 0.5;

    private (Factsheet Of, ReflexSlot Slot, ReflexKeeper Keeper)? _reflex;
    private ModelChoice? _wanted = ChoiceOf(desired);

    /// <summary>What was answered last; null for nothing yet.</summary>
    public ReflexReport? Last { get; private set; }

    /// <summary>Which net runs here; null for a device that never asked, or the program's own net.</summary>
    public IReadOnlyDictionary<string, ModelReport>? Models =>
        _reflex?.Keeper.Report is { } report ? new Dictionary<string, ModelReport> { [ReflexModels.Name] = report } : null;

    /// <summary>Takes on another net, in the background.</summary>
    public void Want(DesiredState changed)
    {
        _wanted = ChoiceOf(changed);
        _reflex?.Keeper.Want(_wanted);
    }

    /// <summary>Gives up what is being loaded.</summary>
    public async Task StopAsync()
    {
        if (_reflex is { } known)
        {
            await known.Keeper.DisposeAsync();
        }
    }

    /// <returns>False where the device cannot be answered, as nothing is known of it.</returns>
    public async Task<bool> AnswerAsync(RangeScan scan, DeviceRecord record)
    {
        if (record.Factsheet is not { } factsheet)
            return false;

        var began = time.GetTimestamp();
        var verdict = (await SlotOfAsync(factsheet)).Step(new ReflexInput(Fold(scan), scan.Speed, scan.YawRate, scan.Load ?? 1, scan.Friction ?? UnknownFriction));
        var held = record.Commands.Holds.Count > 0;
        var speed = held ? 0 : Math.Min(verdict.Speed, record.Desired.MaxSpeed ?? verdict.Speed);
        var reason = held ? "stopped" : verdict.Reason.ToString();
        metrics.Verdict(verdict.Action, time.GetElapsedTime(began));
        var now = time.GetUtcNow();
        Last = new ReflexReport(now, speed, reason, scan.Sequence);
        await downlink.SendDriveAsync(new DeviceCommand(CommandId, CommandKind.Drive, scan.Sequence, now + Validity, speed, reason));
        return true;
    }

    /// <summary>A device with another factsheet is another machine: it begins with the program's own net again.</summary>
    private async ValueTask<ReflexSlot> SlotOfAsync(Factsheet factsheet)
    {
        if (_reflex is { } known && ReferenceEquals(known.Of, factsheet))
        {
            return known.Slot;
        }

        var before = _reflex;
        var slot = new ReflexSlot(ProfileOf(factsheet));
        var keeper = new ReflexKeeper(slot, library.GetAsync, Shadow);
        keeper.Want(_wanted);
        _reflex = (factsheet, slot, keeper);
        if (before is { } gone)
        {
            await gone.Keeper.DisposeAsync();
        }

        return slot;
    }

    private static ModelChoice? ChoiceOf(DesiredState desired) => desired.Models?.GetValueOrDefault(ReflexModels.Name);

    private static ReflexProfile ProfileOf(Factsheet factsheet) => new()
    {
        Length = Math.Clamp(factsheet.Size.Length, 0.1, SectorRanges.Reach),
        Width = Math.Clamp(factsheet.Size.Width, 0.1, SectorRanges.Reach),
        MaxSpeed = Math.Clamp(factsheet.MaxSpeed ?? UnknownSpeed, 0.01, ReflexProfile.HighestSpeed),
        Acceleration = factsheet.Acceleration ?? UnknownAcceleration,
        Braking = Math.Max(factsheet.Braking ?? UnknownBraking, 0.05),
        ResponseTime = ResponseTime,
    };

    private static SectorRanges Fold(RangeScan scan)
    {
        Span<float> ranges = stackalloc float[scan.Ranges.Count];
        for (var i = 0; i < ranges.Length; i++)
        {
            // Nothing nearer than the device can measure is not nothing: no more is known of what lies beyond.
            ranges[i] = (float)scan.Ranges[i];
        }

        return SectorRanges.Fold(ranges);
    }
}
