using System.Globalization;

namespace Swarm.Evaluation;

/// <summary>Where the camera is on the car, and how it projects.</summary>
/// <param name="Projection">P2, 3×4 row by row: from the rectified camera frame (x right, y down, z forward) to pixels of the left colour camera.</param>
/// <param name="ToUnit">From the rectified camera frame to that of the GPS and inertial unit (x forward, y left, z up).</param>
internal sealed record KittiCalibration(IReadOnlyList<double> Projection, RigidTransform ToUnit)
{
    /// <summary>Reads lines such as <c>P2: </c> and twelve numbers.</summary>
    /// <param name="source">Named in errors, with the line.</param>
    /// <exception cref="DataException">One of the four matrices that are needed is missing or malformed.</exception>
    public static KittiCalibration Read(TextReader text, string source)
    {
        var matrices = new Dictionary<string, (int Line, string[] Values)>();
        for (var line = 1; text.ReadLine() is { } content; line++)
        {
            if (content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var name, .. var values])
                matrices[name.TrimEnd(':')] = (line, values);
        }

        double[] Matrix(string name, int length)
        {
            if (!matrices.TryGetValue(name, out var matrix))
                throw new DataException($"{source}: there is no line {name}:");
            if (matrix.Values.Length != length)
                throw new DataException(source, matrix.Line, $"{name}: {length} numbers expected, {matrix.Values.Length} found");
            return [.. matrix.Values.Select(value =>
                double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                    ? number
                    : throw new DataException(source, matrix.Line, $"{name}: '{value}' is not a finite number"))];
        }

        var rectify = new RigidTransform(Matrix("R0_rect", 9), default);
        var scannerToCamera = RigidTransform.FromRows(Matrix("Tr_velo_to_cam", 12));
        var unitToScanner = RigidTransform.FromRows(Matrix("Tr_imu_to_velo", 12));
        return new(Matrix("P2", 12), rectify.After(scannerToCamera).After(unitToScanner).Inverse());
    }
}
