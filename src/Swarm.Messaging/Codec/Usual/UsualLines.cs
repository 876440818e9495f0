using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>The bearings and ranges of a frame of <c>detections</c> as devices usually write them.</summary>
internal static class UsualLines
{
    private static readonly JsonNames BearingNames = new("class", "angle", "variance", "score");
    private static readonly JsonNames RangeNames = new("class", "range", "variance", "score");

    private delegate T? Reader<T>(ref JsonCursor json);

    /// <returns>Null where the general reader must read them.</returns>
    public static List<Bearing>? Bearings(ref JsonCursor json) => List<Bearing>(ref json, static (ref JsonCursor json) =>
        TryRead(ref json, BearingNames, out var kind, out var angle, out var variance, out var score) ? new(kind, angle, variance, score) : null);

    /// <returns>Null where the general reader must read them.</returns>
    public static List<RangeReading>? Ranges(ref JsonCursor json) => List<RangeReading>(ref json, static (ref JsonCursor json) =>
        TryRead(ref json, RangeNames, out var kind, out var range, out var variance, out var score) ? new(kind, range, variance, score) : null);

    private static List<T>? List<T>(ref JsonCursor json, Reader<T> read)
        where T : class
    {
        if (!json.Take((byte)'['))
            return null;

        var lines = new List<T>();
        if (json.Take((byte)']'))
            return lines;

        do
        {
            if (read(ref json) is not { } line)
                return null;

            lines.Add(line);
        }
        while (json.Take((byte)','));

        return json.Take((byte)']') ? lines : null;
    }

    private static bool TryRead(
        ref JsonCursor json, JsonNames names, out ObjectClass kind, out double value, out double variance, out double score)
    {
        (var word, value, variance, score) = (-1, 0, 0, 0);
        var members = new JsonMembers(names, required: 4);
        while (members.Next(ref json))
        {
            members.Took(members.Index switch
            {
                0 => (word = json.Word(UsualFrame.Classes, likely: (int)ObjectClass.Pedestrian)) >= 0,
                1 => json.Number(out value),
                2 => json.Number(out variance),
                _ => json.Number(out score),
            });
        }

        kind = (ObjectClass)word;
        return members.IsComplete;
    }
}
