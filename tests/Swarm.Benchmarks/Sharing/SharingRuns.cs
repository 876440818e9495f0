using Swarm.Evaluation;
using Swarm.Simulation;

namespace Swarm.Benchmarks.Sharing;

/// <summary>What is played through a <see cref="SharingSite"/>. The same arguments give the same figures.</summary>
internal static class SharingRuns
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The town of <c>swarm simulate</c>, its links without delay or loss.</summary>
    public static SharingRow Town(ulong seed, double seconds)
    {
        var (world, count) = (Scenes.Demo(seed, Start), new SharingCount());
        var site = new SharingSite(count, Start);
        var devices = world.Devices.ToDictionary(device => device.Id);
        var next = TimeSpan.Zero;
        while (world.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            world.Step(World.Tick);
            foreach (var (device, message) in world.Reports)
                site.Take(device.Id, device.Factsheet, message, world.Time);
            if (world.Elapsed < next)
                continue;
            next += SharingSite.Tick;
            site.Advance(world.Time, (device, message) => devices[device].Site.Receive(message));
        }

        count.Played(world.Elapsed.TotalSeconds, site.Devices);
        return count.Row($"town, seed {seed}");
    }

    /// <summary>All sequences of V2V4Real in a folder, both cars as devices.</summary>
    public static SharingRow V2V4Real(string path, string split)
    {
        var count = new SharingCount();
        var directory = V2V4RealDirectory.Open(path, split);
        foreach (var recording in directory.Sequences.Select(directory.Load))
            Play(recording, count);
        return count.Row($"V2V4Real, {split}");
    }

    private static void Play(Recording recording, SharingCount count)
    {
        var site = new SharingSite(count, Start);
        RecordedCar[] cars = [RecordedCar.Ego, RecordedCar.Other];
        for (var frame = 0; frame < recording.Frames.Count; frame++)
        {
            var time = Start + (frame * Recording.FrameInterval);
            foreach (var car in cars)
            {
                site.Take(car.Id, RecordedCar.Factsheet, RecordedCar.State(time), time);
                site.Take(car.Id, RecordedCar.Factsheet, car.DetectionFrame(recording.Frames[frame], frame, time), time);
            }

            site.Advance(time, (_, _) => { });
        }

        count.Played(recording.Frames.Count * Recording.FrameInterval.TotalSeconds, site.Devices);
    }
}
