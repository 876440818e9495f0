using System.Collections.Concurrent;
using System.Diagnostics;
using Swarm.Device;
using Swarm.Domain;
using Swarm.Evaluation;
using Swarm.Messaging;

namespace Swarm.Cli;

/// <summary>Plays V2V4Real sequences through a site: both cars connect like hardware and send frame by frame in lock step.</summary>
internal sealed class V2V4RealReplay(SiteChoice choice, Screen screen)
{
    /// <summary>Site time after a sequence, for the last messages to arrive and for what the site holds of it to fade.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<SharingResult>> PlayAsync(IReadOnlyList<Recording> recordings, CancellationToken cancellationToken)
    {
        var told = new ConcurrentQueue<(DateTimeOffset Arrived, DownlinkMessage Message)>();
        await using var site = await ReplaySite.OpenAsync(choice, cellSize: 0, screen, cancellationToken);
        await using var ego = site.Connect(
            RecordedCar.Ego.Id, RecordedCar.Factsheet, message => told.Enqueue((site.Clock.GetUtcNow(), message)));
        await using var other = site.Connect(RecordedCar.Other.Id, RecordedCar.Factsheet, _ => { });
        await ego.ReadyAsync(RecordedCar.State, cancellationToken);
        await other.ReadyAsync(RecordedCar.State, cancellationToken);
        screen.Say($"playing {recordings.Count} sequence(s) as devices {RecordedCar.Ego.Id} and {RecordedCar.Other.Id} over {site.Broker}");
        if (site.Info is { CellSize: > 0 } info)
        {
            screen.Say($"site {info.Site} has cells of {info.CellSize:0} m: the first car, at the corner of one, is told of that cell and its halo alone; "
                + "a site of one cell (--cell-size 0) tells it of all around");
        }

        var results = new List<SharingResult>();
        foreach (var recording in recordings)
        {
            told.Clear();
            results.Add(await screen.FollowAsync(
                $"sequence {recording.Sequence}",
                recording.Frames.Count,
                progress => PlayAsync(recording, site.Clock, ego, other, told, progress, cancellationToken)));
        }

        return results;
    }

    private async Task<SharingResult> PlayAsync(
        Recording recording,
        TimeProvider clock,
        ReplayDevice ego,
        ReplayDevice other,
        ConcurrentQueue<(DateTimeOffset Arrived, DownlinkMessage Message)> told,
        IProgress<double> progress,
        CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var pace = new Pace(clock);
        var published = new List<TimeSpan>();
        var bytes = 0L;
        for (var frame = 0; frame < recording.Frames.Count; frame++)
        {
            var time = await pace.ReachAsync(frame * Recording.FrameInterval, cancellationToken);
            ego.Send(RecordedCar.State(time));
            other.Send(RecordedCar.State(time));
            foreach (var (car, device) in new[] { (RecordedCar.Ego, ego), (RecordedCar.Other, other) })
            {
                var seen = car.DetectionFrame(recording.Frames[frame], frame, time);
                bytes += ProtocolCodec.Encode(seen).Length;
                device.Send(seen);
            }

            published.Add(pace.Elapsed);
            progress.Report(frame + 1);
        }

        var realTime = Stopwatch.GetElapsedTime(began);
        await Task.Delay(Pause, clock, cancellationToken);
        WarnOfDelay(pace.Worst);
        var evaluator = new SharingEvaluator(recording);
        var heard = told.Select(entry => (Arrived: entry.Arrived - pace.Start, entry.Message)).ToList();
        foreach (var (arrived, message) in heard)
            Tell(evaluator, arrived, message, pace.Start, published);
        Hold(evaluator, heard, pace.Start, recording.Frames.Count);
        return evaluator.Result() with
        {
            RealSeconds = realTime.TotalSeconds,
            TracksBytes = heard.Select(entry => entry.Message).OfType<TrackList>().Sum(list => (long)ProtocolCodec.Encode(list).Length),
            DetectionsBytes = bytes,
        };
    }

    /// <summary>What the first car holds at each frame of what it had heard by then, as a device keeps it.</summary>
    private static void Hold(
        SharingEvaluator evaluator, List<(TimeSpan Arrived, DownlinkMessage Message)> heard, DateTimeOffset start, int frames)
    {
        var memory = new TrackMemory();
        var next = 0;
        for (var frame = 0; frame < frames; frame++)
        {
            var now = frame * Recording.FrameInterval;
            for (; next < heard.Count && heard[next].Arrived <= now; next++)
            {
                if (heard[next].Message is TrackList list)
                    memory.Take(list, heard[next].Arrived);
            }

            evaluator.Held(frame, [.. memory.At(now).Select(track => At(track, start + now, start))]);
        }
    }

    /// <summary>What was underway to the car for a while is where its velocity has taken it since.</summary>
    private static ToldObject At(Track track, DateTimeOffset now, DateTimeOffset start)
    {
        var seconds = (now - track.Time).TotalSeconds;
        return new(
            track.Id,
            new(track.Position.X + (seconds * track.Velocity.X), track.Position.Y + (seconds * track.Velocity.Y)),
            now - start);
    }

    private static void Tell(
        SharingEvaluator evaluator,
        TimeSpan arrived,
        DownlinkMessage message,
        DateTimeOffset start,
        List<TimeSpan> published)
    {
        var (time, objects) = message switch
        {
            TrackList list => (list.Time, list.Tracks.Select(track => new ToldObject(track.Id, track.Position.Plane, track.Time - start))),
            HazardList list => (
                list.Time,
                list.Hazards.Where(hazard => hazard.Track is not null)
                    .Select(hazard => new ToldObject(hazard.Track!.Value, hazard.Position.Plane, list.Time - start))),
            _ => (default, []),
        };
        if (objects.ToList() is not { Count: > 0 } told)
            return;
        var newest = (int)Math.Floor((time - start) / Recording.FrameInterval);
        evaluator.Told(arrived, told, newest >= 0 && newest < published.Count ? arrived - published[newest] : null);
    }

    /// <summary>A frame that comes later than the site's fusion tick has passed is fused late, or not at all.</summary>
    private void WarnOfDelay(TimeSpan worst)
    {
        if (worst > 3 * Recording.FrameInterval)
            screen.Say($"this machine was up to {worst.TotalSeconds:0.00} s late: frames came too late to be fused in time, and the figures suffer");
    }
}
