namespace Swarm.Evaluation;

/// <summary>The sensors on the ferry, with the numbers that the files give them.</summary>
public enum FerrySensor
{
    Lidar = 1,
    Radar = 2,
    Infrared = 3,
    Daylight = 4,
}
