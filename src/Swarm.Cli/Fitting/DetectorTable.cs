using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>Lays out what was fitted, a column for each car.</summary>
internal static class DetectorTable
{
    public static IRenderable Of(V2V4RealDetectors detectors)
    {
        FittedDetector[] cars = [detectors.Ego, detectors.Cav1];
        var origin = detectors.Origin;
        var table = new Table()
            .Title(Markup.Escape($"{origin.DataSet} {origin.Split}: {origin.Sequences.Count} sequences, {Figure.Of(origin.Frames)} frames"))
            .AddColumn("fitted")
            .AddColumn(new TableColumn("ego").RightAligned())
            .AddColumn(new TableColumn("cav1").RightAligned());
        Add("detections", car => Figure.Of(car.Detections));
        Add("… of these true", car => Figure.Share(car.True, car.Detections));
        Add("log loss of the scores", car => Of(car.LogLossOfScores, "0.0000"));
        Add("log loss of the fit", car => Of(car.LogLoss, "0.0000"));
        Add("noise along the box", car => Of(car.Model.Noise.Along));
        Add("noise across the box", car => Of(car.Model.Noise.Across));
        foreach (var name in detectors.Ego.Model.Score.Weights.Keys)
            Add($"weight of {name}", car => Of(car.Model.Score.Weights[name], "0.000"));
        return table;

        void Add(string name, Func<FittedDetector, string> figure) =>
            table.AddRow([Markup.Escape(name), .. cars.Select(car => Markup.Escape(figure(car)))]);
    }

    private static string Of(PositionNoise noise) => noise.PerMetre == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{noise.AtOrigin:0.000} m")
        : string.Create(CultureInfo.InvariantCulture, $"{noise.AtOrigin:0.000} m + {1000 * noise.PerMetre:0.0} mm/m");

    private static string Of(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
