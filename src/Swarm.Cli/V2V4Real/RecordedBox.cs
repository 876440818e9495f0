using Swarm.Domain;

namespace Swarm.Cli;

/// <summary>A box of the recording in the first car's frame (x forward, y left, z up; yaw counter-clockwise from x), which is the site frame.</summary>
internal readonly record struct RecordedBox(Position Position, Size Size, double Yaw)
{
    /// <summary>
    /// Takes a box over from the columns of the files, where x is forward, z is left and y is up. Their corners are
    /// (x + cos(ry) a + sin(ry) b, z − sin(ry) a + cos(ry) b) with a along the length: seen from above, with x forward and
    /// y left, that is a turn by −ry.
    /// </summary>
    public static RecordedBox FromColumns(double h, double w, double l, double x, double y, double z, double ry) =>
        new(new Position(x, z, y), new Size(l, w, h), Angle.Normalize(-ry));
}
