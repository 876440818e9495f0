using Swarm.Domain;

namespace Swarm.OperatorConsole.Tests.Scenes;

/// <summary>Something that goes round a closed line of corners at one speed.</summary>
internal sealed class Walk(double speed, double start, params Point2[] corners)
{
    private readonly double _length = Enumerable.Range(0, corners.Length).Sum(i => corners[i].DistanceTo(corners[(i + 1) % corners.Length]));

    public (Pose Pose, Velocity Velocity) At(double seconds)
    {
        var left = (((start + (speed * seconds)) % _length) + _length) % _length;
        for (var i = 0; ; i = (i + 1) % corners.Length)
        {
            var (from, to) = (corners[i], corners[(i + 1) % corners.Length]);
            var side = from.DistanceTo(to);
            if (left > side)
            {
                left -= side;
                continue;
            }

            var yaw = Math.Atan2(to.Y - from.Y, to.X - from.X);
            var (sin, cos) = Math.SinCos(yaw);
            return (new Pose(from.X + (left * cos), from.Y + (left * sin), yaw), new Velocity(speed * cos, speed * sin));
        }
    }
}
