namespace Swarm.Vda5050;

/// <summary>What makes a zone set sound (3.0: 6.4.1, 7.6).</summary>
public static class ZoneSetCheck
{
    public static IReadOnlyList<Violation> Check(ZoneSetMessage message)
    {
        var checker = new Checker(ProtocolVersion.V3);
        Check(message, checker);
        return checker.Violations;
    }

    internal static void Check(ZoneSetMessage message, Checker checker)
    {
        var set = message.ZoneSet;
        checker.Id(set.MapId, "$.zoneSet", "mapId");
        checker.Id(set.ZoneSetId, "$.zoneSet", "zoneSetId");
        var at = 0;
        checker.Unique(set.Zones.Select(zone => (zone.ZoneId, Path: $"$.zoneSet.zones[{at++}].zoneId")),
            item => item.ZoneId, item => item.Path, Rule.ZoneIdUnique);
        for (var i = 0; i < set.Zones.Count; i++)
        {
            var path = $"$.zoneSet.zones[{i}]";
            checker.Id(set.Zones[i].ZoneId, path, "zoneId");
            Fields(set.Zones[i], path, checker);
            Polygon(set.Zones[i].Vertices, $"{path}.vertices", checker);
        }
    }

    private static void Fields(Zone zone, string path, Checker checker)
    {
        (string Field, bool There)[] needed = zone.ZoneType switch
        {
            ZoneType.Release => [("releaseLossBehavior", zone.ReleaseLossBehavior is not null)],
            ZoneType.SpeedLimit => [("maximumSpeed", zone.MaximumSpeed is not null)],
            ZoneType.Action =>
            [
                ("entryActions", zone.EntryActions is not null),
                ("duringActions", zone.DuringActions is not null),
                ("exitActions", zone.ExitActions is not null),
            ],
            ZoneType.Priority => [("priorityFactor", zone.PriorityFactor is not null)],
            ZoneType.Penalty => [("penaltyFactor", zone.PenaltyFactor is not null)],
            ZoneType.Directed => [("direction", zone.Direction is not null), ("directedLimitation", zone.DirectedLimitation is not null)],
            ZoneType.Bidirected => [("direction", zone.Direction is not null), ("bidirectedLimitation", zone.BidirectedLimitation is not null)],
            _ => [],
        };
        foreach (var (field, there) in needed)
            checker.Require(there, $"{path}.{field}", Rule.ZoneFields, $"is missing in a zone of type {zone.ZoneType}");

        checker.NotNegative(zone.MaximumSpeed, path, "maximumSpeed");
        checker.Within(zone.PriorityFactor, 0, 1, path, "priorityFactor");
        checker.Within(zone.PenaltyFactor, 0, 1, path, "penaltyFactor");
        checker.Number(zone.Direction, path, "direction");
        checker.Require(zone.BidirectedLimitation != DirectedLimitation.Strict, $"{path}.bidirectedLimitation", Rule.Range,
            $"is Strict, must be Soft or Restricted");
    }

    private static void Polygon(IReadOnlyList<Vertex> vertices, string path, Checker checker)
    {
        for (var i = 0; i < vertices.Count; i++)
        {
            checker.Number(vertices[i].X, $"{path}[{i}]", "x");
            checker.Number(vertices[i].Y, $"{path}[{i}]", "y");
        }

        if (vertices.Count < 3)
            checker.Add(path, Rule.ZonePolygon, $"has {vertices.Count} vertices, must have 3 or more");
        else if (vertices.Count <= Polygons.LargestChecked && Polygons.Crosses(vertices))
            checker.Add(path, Rule.ZonePolygon, $"crosses itself");
        else if (Polygons.Area(vertices) <= 0)
            checker.Add(path, Rule.ZonePolygon, $"does not go round counter-clockwise");
    }
}
