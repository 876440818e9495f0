using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>A box of the recording in the first car's frame (x forward, y left, z up; yaw counter-clockwise from x), which is the site frame.</summary>
public readonly record struct RecordedBox(Position Position, Size Size, double Yaw)
{
    /// <summary>
    /// Takes a box over from the columns of the files, where x is forward, z is left and y is up. Their corners are
    /// (x + cos(ry) a + sin(ry) b, z − sin(ry) a + cos(ry) b) with a along the length: seen from above, with x forward and
    /// y left, that is a turn by −ry. The height column y is the position's z as it is.
    /// </summary>
    public static RecordedBox From(in UprightBox columns) =>
        new(new(columns.X, columns.Z, columns.Y), new(columns.Length, columns.Width, columns.Height), Angle.Normalize(-columns.Ry));

    /// <summary>The inverse of <see cref="From"/>.</summary>
    public UprightBox ToColumns() =>
        new(Size.Height, Size.Width, Size.Length, Position.X, Position.Z, Position.Y, Angle.Normalize(-Yaw));
}
