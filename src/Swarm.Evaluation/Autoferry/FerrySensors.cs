namespace Swarm.Evaluation;

internal static class FerrySensors
{
    /// <summary>Whether it gives bearings and no places.</summary>
    public static bool IsCamera(this FerrySensor sensor) => sensor is FerrySensor.Infrared or FerrySensor.Daylight;
}
