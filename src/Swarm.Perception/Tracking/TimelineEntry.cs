using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>What the tracks are made from, in its order: a frame, or a track that another cell said is its own.</summary>
/// <param name="Time">Of the frame; of a late frame or a track the moment at which it was taken, which no frame known by then is after.</param>
/// <param name="Late">The frame was taken after newer ones.</param>
internal readonly record struct TimelineEntry(DateTimeOffset Time, Observation? Frame, Track? Adopted, bool Late = false) : IComparable<TimelineEntry>
{
    /// <summary>By time; at one time by device, sensor and sequence, and what was taken out of order comes last.</summary>
    public int CompareTo(TimelineEntry other)
    {
        var order = Time.CompareTo(other.Time);
        if (order != 0)
            return order;
        if (Frame is not { } a || other.Frame is not { } b || Late || other.Late)
            return (Frame is null || Late).CompareTo(other.Frame is null || other.Late);
        order = string.CompareOrdinal(a.Device.Value, b.Device.Value);
        if (order == 0)
            order = string.CompareOrdinal(a.Sensor, b.Sensor);
        return order != 0 ? order : Nullable.Compare(a.Sequence, b.Sequence);
    }
}
