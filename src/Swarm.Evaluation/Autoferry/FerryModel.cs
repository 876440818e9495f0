namespace Swarm.Evaluation;

/// <summary>How the ferry's sensors see boats.</summary>
public sealed record FerryModel(IReadOnlyDictionary<FerrySensor, FerrySensorModel> Sensors, FerryClutterMap Clutter)
{
    /// <summary>Seconds, in steps of a tenth.</summary>
    private const double LongestLag = 3;
    private const double LagStep = 0.1;

    /// <param name="lags">Whether the sensors' times may be late; otherwise they are taken as they are.</param>
    /// <exception cref="DataException">There is no scenario to fit to.</exception>
    public static FerryModel Fit(IReadOnlyCollection<FerryScenario> scenarios, bool lags = true)
    {
        if (scenarios.Count == 0)
            throw new DataException("the sensors are fitted on the other scenarios, and there is no other");
        var steps = lags ? (int)Math.Round(LongestLag / LagStep) : 0;
        return new(Enum.GetValues<FerrySensor>().ToDictionary(sensor => sensor, sensor => Enumerable.Range(0, steps + 1)
            .Select(step => Fit(sensor, scenarios, step * LagStep))
            .MinBy(fit => fit.CappedError)!
            .Fit()), FerryClutterMap.Of(FerrySensor.Radar, scenarios));
    }

    private static FerrySensorFit Fit(FerrySensor sensor, IReadOnlyCollection<FerryScenario> scenarios, double lag)
    {
        var fit = new FerrySensorFit(sensor, lag);
        foreach (var scenario in scenarios)
            fit.Add(scenario);
        return fit;
    }
}
