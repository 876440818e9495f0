using System.Text.Json.Serialization;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>A row of figures, as <c>swarm evaluate --json</c> prints it: under the names that the field has for them.</summary>
internal sealed record TrackingFigures
{
    [JsonPropertyName("input")]
    public required string Input { get; init; }

    [JsonPropertyName("countFalsePositives")]
    public required bool CountFalsePositives { get; init; }

    [JsonPropertyName("AMOTA")]
    public required double Amota { get; init; }

    [JsonPropertyName("sAMOTA")]
    public required double ScaledAmota { get; init; }

    [JsonPropertyName("AMOTP")]
    public required double Amotp { get; init; }

    /// <summary>Null where nothing is labelled.</summary>
    [JsonPropertyName("MOTA")]
    public required double? Mota { get; init; }

    [JsonPropertyName("IDS")]
    public required int IdentitySwitches { get; init; }

    [JsonPropertyName("FRAG")]
    public required int Fragmentations { get; init; }

    [JsonPropertyName("FP")]
    public required int FalsePositives { get; init; }

    [JsonPropertyName("FN")]
    public required int FalseNegatives { get; init; }

    /// <summary>Of the tracker alone; null where it was not run.</summary>
    [JsonPropertyName("framesPerSecond")]
    public required double? FramesPerSecond { get; init; }

    [JsonPropertyName("iou")]
    public required double MinOverlap { get; init; }

    [JsonPropertyName("MOTP")]
    public required double Motp { get; init; }

    /// <summary>This and what follows is null where a peer does not publish it.</summary>
    [JsonPropertyName("HOTA")]
    public double? Hota { get; init; }

    [JsonPropertyName("DetA")]
    public double? DetectionAccuracy { get; init; }

    [JsonPropertyName("AssA")]
    public double? AssociationAccuracy { get; init; }

    [JsonPropertyName("LocA")]
    public double? LocalisationAccuracy { get; init; }

    /// <summary>Metres, mean over the frames; the parts add up to it.</summary>
    [JsonPropertyName("GOSPA")]
    public double? Gospa { get; init; }

    [JsonPropertyName("gospaLocalisation")]
    public double? GospaLocalisation { get; init; }

    [JsonPropertyName("gospaMissed")]
    public double? GospaMissed { get; init; }

    [JsonPropertyName("gospaFalse")]
    public double? GospaFalse { get; init; }

    /// <summary>Of a mean score, from which tracks were kept for the best MOTA; null where all were.</summary>
    [JsonPropertyName("threshold")]
    public required double? Threshold { get; init; }

    /// <summary>Who made the tracks; not printed as JSON, which holds those of one tracker.</summary>
    [JsonIgnore]
    public string Tracker { get; init; } = "";

    public static TrackingFigures Of(ScoredTracks scored, TrackingScore score) => new()
    {
        Tracker = scored.FramesPerSecond is null ? "given" : "Swarm",
        Input = scored.Input,
        CountFalsePositives = score.Options.CountFalsePositives,
        MinOverlap = score.Options.MinOverlap,
        Amota = score.Averages.Amota,
        ScaledAmota = score.Averages.ScaledAmota,
        Amotp = score.Averages.Amotp,
        Mota = double.IsFinite(score.Best.Mota) ? score.Best.Mota : null,
        Motp = score.Best.Motp,
        IdentitySwitches = score.Best.IdentitySwitches,
        Fragmentations = score.Best.Fragmentations,
        FalsePositives = score.Best.FalsePositives,
        FalseNegatives = score.Best.FalseNegatives,
        Hota = score.Hota.Score,
        DetectionAccuracy = score.Hota.Detection,
        AssociationAccuracy = score.Hota.Association,
        LocalisationAccuracy = score.Hota.Localisation,
        Gospa = score.Gospa.Value,
        GospaLocalisation = score.Gospa.Localisation,
        GospaMissed = score.Gospa.Missed,
        GospaFalse = score.Gospa.False,
        FramesPerSecond = scored.FramesPerSecond,
        Threshold = double.IsFinite(score.Threshold) ? score.Threshold : null,
    };
}
