namespace Swarm.Evaluation;

/// <summary>
/// The car's poses as its GPS and inertial unit has them: latitude, longitude and height, roll, pitch and yaw lead each line's 30 numbers.
/// </summary>
internal static class KittiOxts
{
    /// <summary>Metres: the equatorial radius of WGS 84, as the KITTI development kit has it.</summary>
    private const double EarthRadius = 6378137;

    private static readonly string[] Columns =
    [
        "lat", "lon", "alt", "roll", "pitch", "yaw", "vn", "ve", "vf", "vl", "vu", "ax", "ay", "az", "af", "al", "au",
        "wx", "wy", "wz", "wf", "wl", "wu", "pos_accuracy", "vel_accuracy", "navstat", "numsats", "posmode", "velmode", "orimode",
    ];

    /// <summary>
    /// From the frame of the unit (x forward, y left, z up) to a site frame (x east, y north, z up) with its origin at the first pose. Places
    /// are on a Mercator plane scaled at the first latitude (Geiger et al., <i>Int. J. of Robotics Research</i> 32(11), 2013,
    /// and its development kit).
    /// </summary>
    /// <param name="source">Named in errors, with the line.</param>
    /// <exception cref="DataException">A line is not as described.</exception>
    public static IReadOnlyList<RigidTransform> Read(TextReader text, string source)
    {
        double? scale = null;
        Vector3? origin = null;
        return ColumnFile.Read(text, source, ' ', Columns, row =>
        {
            var (latitude, longitude) = (Radians(row.Number("lat")), Radians(row.Number("lon")));
            var radius = EarthRadius * (scale ??= Math.Cos(latitude));
            var place = new Vector3(
                radius * longitude,
                radius * Math.Log(Math.Tan((Math.PI / 4) + (latitude / 2))),
                row.Number("alt"));
            var first = origin ??= place;
            return RigidTransform.FromEuler(
                row.Number("roll"),
                row.Number("pitch"),
                row.Number("yaw"),
                new(place.X - first.X, place.Y - first.Y, place.Z - first.Z));
        });
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
