using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>What the tracks are made from, in its order: a frame, or a track that another cell said is its own.</summary>
/// <param name="Time">Of the frame; of a track the moment at which it was taken over, which no frame known by then is after.</param>
internal readonly record struct TimelineEntry(DateTimeOffset Time, Observation? Frame, Track? Adopted) : IComparable<TimelineEntry>
{
    /// <summary>By time; at one time by device, sensor and sequence, and what was taken over comes last.</summary>
    public int CompareTo(TimelineEntry other)
    {
        var order = Time.CompareTo(other.Time);
        if (order != 0)
            return order;
        if (Frame is not { } a || other.Frame is not { } b)
            return (Frame is null).CompareTo(other.Frame is null);
        order = string.CompareOrdinal(a.Device.Value, b.Device.Value);
        if (order == 0)
            order = string.CompareOrdinal(a.Sensor, b.Sensor);
        return order != 0 ? order : Nullable.Compare(a.Sequence, b.Sequence);
    }
}
