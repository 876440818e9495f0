namespace Swarm.Evaluation;

/// <summary>What came of an evaluation on MR.CLAM.</summary>
/// <param name="From">Seconds at which the evaluated time begins.</param>
/// <param name="To">Seconds at which it ends.</param>
/// <param name="UnknownBarcodes">Sightings in it of barcodes that nothing carries; they are left out.</param>
/// <param name="Calibration">Found before that time.</param>
public sealed record MrClamResult(
    IReadOnlyList<int> Mapped,
    double From,
    double To,
    int UnknownBarcodes,
    MrClamCalibration Calibration,
    IReadOnlyList<MrClamMethodScore> Methods);
