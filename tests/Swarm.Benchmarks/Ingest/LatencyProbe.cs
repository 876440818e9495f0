using System.Collections.Concurrent;
using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.Benchmarks.Ingest;

/// <summary>
/// Looks on at the calls of device grains: when a message has been taken, and when a hazard list has gone out. Only in the paced phase, so
/// that throughput is measured without it.
/// </summary>
internal sealed class LatencyProbe(Stopwatches watches) : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<GrainId, Queue<Taken>> _waiting = new();

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        if (context.Grain is not IDeviceGrain)
            return;

        if (context.MethodName == nameof(IDeviceGrain.Receive))
            NoteTaken(context.TargetId, (IReadOnlyList<Uplink>)context.Request.GetArgument(0)!);
        else if (context.MethodName == nameof(IDeviceGrain.UpdateSurroundings) && context.Request.GetArgument(0) is HazardList hazards)
            NoteHazards(context.TargetId, hazards);
    }

    private void NoteTaken(GrainId device, IReadOnlyList<Uplink> batch)
    {
        var now = DateTimeOffset.UtcNow;
        var waiting = _waiting.GetOrAdd(device, _ => new Queue<Taken>());
        foreach (var uplink in batch)
        {
            if (uplink.Message is DeviceState state)
                watches.NoteGrain(state.Time, now);

            if (uplink.Message is DetectionFrame frame)
            {
                watches.NoteGrain(frame.Time, now);
                lock (waiting)
                    waiting.Enqueue(new(frame.Time, now));
            }
        }
    }

    /// <summary>A tick takes account of what was taken before it began.</summary>
    private void NoteHazards(GrainId device, HazardList hazards)
    {
        var now = DateTimeOffset.UtcNow;
        if (!_waiting.TryGetValue(device, out var waiting))
            return;

        lock (waiting)
        {
            while (waiting.TryPeek(out var taken) && taken.At <= hazards.Time)
                watches.NoteHazard(waiting.Dequeue().Published, now);
        }
    }

    private readonly record struct Taken(DateTimeOffset Published, DateTimeOffset At);
}
