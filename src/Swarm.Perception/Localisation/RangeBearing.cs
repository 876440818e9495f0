namespace Swarm.Perception;

/// <summary>Where something was seen from the body frame of the device that saw it.</summary>
/// <param name="Range">From the origin of the body frame to that of what was seen, in metres.</param>
/// <param name="Bearing">Radians, counter-clockwise from straight ahead.</param>
/// <param name="RangeDeviation">Standard deviation of the range, metres.</param>
/// <param name="BearingDeviation">Of the bearing, radians.</param>
public readonly record struct RangeBearing(double Range, double Bearing, double RangeDeviation, double BearingDeviation)
{
    internal bool IsUsable =>
        double.IsFinite(Range) && Range > 0 && double.IsFinite(Bearing)
        && double.IsFinite(RangeDeviation) && RangeDeviation > 0 && double.IsFinite(BearingDeviation) && BearingDeviation > 0;
}
