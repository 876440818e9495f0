using System.Text.Json;
using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>Reads the two files of a scenario. Positions are [north, east], angles clockwise from north; both are turned to east and north here.</summary>
internal static class FerryReader
{
    /// <exception cref="DataException">Not the JSON that was expected; names the file and the scan.</exception>
    public static IReadOnlyList<FerryScan> ReadScans(string json, string source) => Read(json, source, "scan", ToScan);

    /// <summary>The fixes that the entries repeat, each once.</summary>
    /// <exception cref="DataException">Not the JSON that was expected; names the file and the entry.</exception>
    public static IReadOnlyList<BoatPath> ReadBoats(string json, string source)
    {
        var boats = new SortedDictionary<int, SortedDictionary<DateTimeOffset, Point2>>();
        foreach (var (boat, time, place) in Read(json, source, "entry", ToFixes).SelectMany(fixes => fixes))
        {
            if (!boats.TryGetValue(boat, out var path))
                boats[boat] = path = [];
            path[time] = place;
        }

        return [.. boats.Values.Select(path => new BoatPath([.. path.Select(fix => (fix.Key, fix.Value))]))];
    }

    private static List<T> Read<T>(string json, string source, string element, Func<JsonElement, T> read)
    {
        var elements = new List<T>();
        try
        {
            using var document = JsonDocument.Parse(json);
            foreach (var one in document.RootElement.EnumerateArray())
                elements.Add(read(one));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            throw new DataException($"{source}: {element} {elements.Count}: {exception.Message}", exception);
        }

        return elements;
    }

    private static FerryScan ToScan(JsonElement scan)
    {
        var sensor = (FerrySensor)scan.GetProperty("sensorID").GetInt32();
        if (!Enum.IsDefined(sensor))
            throw new FormatException($"sensorID is {(int)sensor}, not 1 to 4");
        var measured = scan.GetProperty("measurement");
        var places = !sensor.IsCamera();
        return new(
            sensor,
            ToTime(scan),
            ToPlace(scan.GetProperty("ownshipPosition")),
            places ? ToPlaces(measured) : [],
            places ? [] : [.. Numbers(measured).Select(angle => Angle.Normalize((Math.PI / 2) - angle))]);
    }

    /// <summary>Norths and easts in two lists; of one detection two numbers; of none an empty list.</summary>
    private static Point2[] ToPlaces(JsonElement measured)
    {
        if (measured.GetArrayLength() == 0)
            return [];
        if (measured.GetArrayLength() != 2)
            throw new FormatException($"measurement has {measured.GetArrayLength()} rows, not north and east");
        var (norths, easts) = (Numbers(measured[0]), Numbers(measured[1]));
        if (norths.Length != easts.Length)
            throw new FormatException($"measurement has {norths.Length} norths and {easts.Length} easts");
        return [.. norths.Zip(easts, (north, east) => new Point2(east, north))];
    }

    private static IEnumerable<(int Boat, DateTimeOffset Time, Point2 Place)> ToFixes(JsonElement entry) =>
        [.. entry.EnumerateArray().Select(fix => (fix.GetProperty("targetID").GetInt32(), ToTime(fix), ToPlace(fix.GetProperty("position"))))];

    private static Point2 ToPlace(JsonElement northEast) => new(northEast[1].GetDouble(), northEast[0].GetDouble());

    /// <summary>A list of numbers, or one that is not in a list.</summary>
    private static double[] Numbers(JsonElement values) => values.ValueKind == JsonValueKind.Array
        ? [.. values.EnumerateArray().Select(value => value.GetDouble())]
        : [values.GetDouble()];

    private static DateTimeOffset ToTime(JsonElement element)
    {
        // Seconds since 1970, to a tick as near as the number has it.
        var seconds = element.GetProperty("time").GetDouble();
        return seconds is > 0 and < 1e11 ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)) : throw new FormatException($"time is {seconds}");
    }
}
