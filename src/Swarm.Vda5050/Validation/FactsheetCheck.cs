namespace Swarm.Vda5050;

/// <summary>What makes a factsheet sound (7.10).</summary>
internal static class FactsheetCheck
{
    public static void Check(FactsheetMessage factsheet, Checker checker)
    {
        var physical = factsheet.PhysicalParameters;
        checker.NotNegative(factsheet.TypeSpecification.MaximumLoadMass, "$.typeSpecification", "maximumLoadMass");
        checker.NotNegative(physical.Width, "$.physicalParameters", "width");
        checker.NotNegative(physical.Length, "$.physicalParameters", "length");
        checker.NotNegative(factsheet.ProtocolLimits.Timing.MinimumOrderInterval, "$.protocolLimits.timing", "minimumOrderInterval");
        checker.NotNegative(factsheet.ProtocolLimits.Timing.MinimumStateInterval, "$.protocolLimits.timing", "minimumStateInterval");

        var at = 0;
        checker.Unique(
            factsheet.ProtocolFeatures.MobileRobotActions
                .Select(action => (action.ActionType, Path: $"$.protocolFeatures.{checker.Name("mobileRobotActions")}[{at++}].actionType")),
            item => item.ActionType, item => item.Path, Rule.IdReused);
        for (var i = 0; i < (factsheet.MobileRobotGeometry.Envelopes2d?.Count ?? 0); i++)
        {
            var envelope = factsheet.MobileRobotGeometry.Envelopes2d![i];
            checker.Require(envelope.Vertices.Count >= 3,
                $"$.{checker.Name("mobileRobotGeometry")}.envelopes2d[{i}].{checker.Name("vertices")}", Rule.ZonePolygon,
                $"has {envelope.Vertices.Count} vertices, must have 3 or more");
        }
    }
}
