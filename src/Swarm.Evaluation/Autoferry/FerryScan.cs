using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>What one sensor of the ferry gave at one instant.</summary>
/// <param name="OwnShip">The ferry in the harbour frame: x east, y north, metres.</param>
/// <param name="Places">From the ferry along the harbour's axes, metres; of lidar and radar.</param>
/// <param name="Bearings">Radians counter-clockwise from east; of the cameras.</param>
public sealed record FerryScan(
    FerrySensor Sensor, DateTimeOffset Time, Point2 OwnShip, IReadOnlyList<Point2> Places, IReadOnlyList<double> Bearings);
