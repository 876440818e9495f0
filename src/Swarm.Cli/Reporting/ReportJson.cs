using System.Text.Json.Serialization;
using Swarm.Vision;

namespace Swarm.Cli;

/// <summary>How figures are written with <c>--json</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(SharingReport))]
[JsonSerializable(typeof(CouriersReport))]
[JsonSerializable(typeof(TrackingFigures[]))]
[JsonSerializable(typeof(LocalisationFigures[]))]
[JsonSerializable(typeof(FerryFigures[]))]
[JsonSerializable(typeof(ReflexTrainingReport))]
[JsonSerializable(typeof(LadderFigures[]))]
[JsonSerializable(typeof(LadderEntry[]))]
[JsonSerializable(typeof(InferenceFigures))]
internal sealed partial class ReportJson : JsonSerializerContext;
