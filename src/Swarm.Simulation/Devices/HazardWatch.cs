using Swarm.Device;
using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>Decides whether to stand back for what the site warns of, most of which the machine cannot see itself.</summary>
internal sealed class HazardWatch
{
    private const double Likely = 0.4;

    /// <summary>Seconds to stay back after the time at which the conflict would have been.</summary>
    private const double Aftermath = 0.6;

    private DateTimeOffset _until = DateTimeOffset.MinValue;

    /// <param name="pose">Of the machine, site frame.</param>
    /// <param name="stopping">Seconds that stopping takes.</param>
    public bool MustWait(SiteGuidance guidance, Pose pose, double stopping, DateTimeOffset now)
    {
        foreach (var hazard in guidance.Hazards)
        {
            if (hazard.Probability < Likely || hazard.TimeToCollision > stopping + 1.2 || !MustYield(hazard, pose))
                continue;
            var clear = now.AddSeconds(hazard.TimeToCollision + Aftermath);
            if (clear > _until)
                _until = clear;
        }

        return now < _until;
    }

    /// <summary>
    /// People always go first. Of two machines the one that has the other on its right waits; were both to wait, both would start again
    /// together.
    /// </summary>
    private static bool MustYield(Hazard hazard, Pose pose)
    {
        if (hazard.Other is null && hazard.Class != ObjectClass.Robot)
            return true;
        var bearing = pose.InverseTransform(hazard.Position.Plane).Bearing;
        return bearing is < -0.3 and > -2.4;
    }
}
