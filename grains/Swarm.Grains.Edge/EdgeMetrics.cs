using System.Diagnostics;
using System.Diagnostics.Metrics;
using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Grains.Edge;

/// <summary>What the grains of a site count, and the source of their activities.</summary>
public sealed class EdgeMetrics
{
    /// <summary>Of the meter and of the activity source, for OpenTelemetry.</summary>
    public const string Name = "Swarm.Grains";

    private readonly Counter<long> _messages;
    private readonly Counter<long> _rejections;
    private readonly Counter<long> _hazards;
    private readonly Counter<long> _tracks;
    private readonly Counter<long> _ticks;
    private readonly Counter<long> _late;
    private readonly Counter<long> _failedCalls;
    private readonly Counter<long> _failedWrites;
    private readonly Histogram<double> _tickDuration;
    private readonly Counter<long> _alignments;
    private readonly Histogram<double> _poseError;
    private readonly Histogram<double> _clockError;
    private readonly Counter<long> _verdicts;
    private readonly Histogram<double> _verdictDuration;
    private readonly Counter<long> _answers;
    private readonly Histogram<double> _answerDuration;
    private readonly Counter<long> _pictures;

    public EdgeMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _messages = meter.CreateCounter<long>("swarm.grains.messages", "{message}", "Messages of devices taken by their grains.");
        _rejections = meter.CreateCounter<long>("swarm.grains.rejections", "{message}", "Messages of devices that were refused.");
        _hazards = meter.CreateCounter<long>("swarm.grains.hazards", "{list}", "Hazard lists sent to devices.");
        _tracks = meter.CreateCounter<long>(
            "swarm.grains.tracks", "{track}", "Tracks told to devices, and those held back because the device knows them well enough.");
        _ticks = meter.CreateCounter<long>("swarm.grains.cell.ticks", "{tick}", "Ticks of perception cells.");
        _late = meter.CreateCounter<long>("swarm.grains.cell.late", "{observation}", "Observations too old to be used.");
        _failedCalls = meter.CreateCounter<long>("swarm.grains.calls.failed", "{call}", "Calls to other grains or to the downlink that failed.");
        _failedWrites = meter.CreateCounter<long>("swarm.grains.writes.failed", "{write}", "Writes to the store that failed.");
        _tickDuration = meter.CreateHistogram<double>("swarm.grains.cell.tick.duration", "s", "Time that one tick of a cell took.");
        _alignments = meter.CreateCounter<long>(
            "swarm.grains.alignments", "{report}", "Reports of how a device's picture lies on the shared one, one a second; by whether it is suspect.");
        _verdicts = meter.CreateCounter<long>("swarm.grains.reflex.verdicts", "{verdict}", "Scans of thin devices answered by the reflex, by what it said.");
        _verdictDuration = meter.CreateHistogram<double>("swarm.grains.reflex.duration", "s", "Time that the reflex took for one scan.");
        _answers = meter.CreateCounter<long>("swarm.grains.inference.answers", "{answer}", "Pictures looked at for whoever asked, by outcome and tier.");
        _answerDuration = meter.CreateHistogram<double>("swarm.grains.inference.duration", "s", "From an ask to its answer, waiting and the tier above included.");
        _pictures = meter.CreateCounter<long>("swarm.grains.inference.pictures", "{picture}", "Pictures of devices' cameras, by what became of them.");
        _poseError = meter.CreateHistogram<double>("swarm.grains.alignment.pose", "m", "How far off a device's pose is found to be.");
        _clockError = meter.CreateHistogram<double>("swarm.grains.alignment.clock", "s", "How far off a device's clock is found to be, either way.");
    }

    internal static ActivitySource Activities { get; } = new(Name);

    internal void Messages(int count) => _messages.Add(count);

    internal void Rejections(long count) => _rejections.Add(count);

    internal void Hazards(HazardList list) => _hazards.Add(1, new KeyValuePair<string, object?>("empty", list.Hazards.Count == 0));

    internal void Tracks(int sent, int heldBack)
    {
        _tracks.Add(sent, new KeyValuePair<string, object?>("sent", true));
        _tracks.Add(heldBack, new KeyValuePair<string, object?>("sent", false));
    }

    internal void Tick(TimeSpan duration)
    {
        _ticks.Add(1);
        _tickDuration.Record(duration.TotalSeconds);
    }

    internal void Alignment(DeviceAlignment alignment)
    {
        _alignments.Add(1, new KeyValuePair<string, object?>("suspect", alignment.Suspect));
        _poseError.Record(Math.Sqrt((alignment.X * alignment.X) + (alignment.Y * alignment.Y)));
        _clockError.Record(Math.Abs(alignment.Clock));
    }

    internal void Verdict(ReflexAction action, TimeSpan took)
    {
        _verdicts.Add(1, new KeyValuePair<string, object?>("action", action));
        _verdictDuration.Record(took.TotalSeconds);
    }

    internal void Answered(InferenceAnswer answer, TimeSpan took)
    {
        var (outcome, tier) = (new KeyValuePair<string, object?>("outcome", answer.Outcome), new KeyValuePair<string, object?>("tier", answer.Tier));
        _answers.Add(1, outcome, tier);
        _answerDuration.Record(took.TotalSeconds, outcome, tier);
    }

    internal void Picture(bool seen) => _pictures.Add(1, new KeyValuePair<string, object?>("seen", seen));

    internal void Late() => _late.Add(1);

    internal void FailedCall(string target) => _failedCalls.Add(1, new KeyValuePair<string, object?>("target", target));

    internal void FailedWrite(string state) => _failedWrites.Add(1, new KeyValuePair<string, object?>("state", state));
}
