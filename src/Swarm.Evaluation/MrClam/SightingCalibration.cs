namespace Swarm.Evaluation;

/// <summary>
/// What a robot's camera measures, put right. It tells the range by how tall a barcode looks, which is the depth along its axis, so the
/// range is the depth over the cosine of the bearing, scaled; a camera a little ahead of the robot's middle or askew does the rest:
/// range = Scale r / cos b + Skew r b + Offset, bearing = b + BearingOffset.
/// </summary>
/// <param name="Offset">Metres, for a landmark.</param>
/// <param name="DeviceOffset">Metres on top of it for another robot, which carries its barcodes at another distance from its middle.</param>
/// <param name="Skew">For each radian of bearing.</param>
/// <param name="BearingOffset">Radians.</param>
public sealed record SightingCalibration(double Scale, double Offset, double DeviceOffset, double Skew, double BearingOffset)
{
    internal double Range(in MrClamSighting seen, bool isDevice) =>
        (Scale * seen.Range / Math.Cos(seen.Bearing)) + (Skew * seen.Range * seen.Bearing) + Offset + (isDevice ? DeviceOffset : 0);
}
