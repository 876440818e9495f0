namespace Swarm.Evaluation;

/// <summary>A turn and a shift in space: what is at p in one frame is at R p + t in another.</summary>
/// <param name="rotation">R row by row, orthonormal.</param>
internal sealed class RigidTransform(double[] rotation, Vector3 shift)
{
    private const int RotationLength = 9;

    private readonly double[] _rotation = rotation.Length == RotationLength
        ? rotation
        : throw new ArgumentException($"9 numbers expected, {rotation.Length} given", nameof(rotation));

    public Vector3 Shift { get; } = shift;

    /// <summary>Row by row, three numbers of R and one of t, as KITTI's calibration files have it.</summary>
    public static RigidTransform FromRows(IReadOnlyList<double> rows) => new(
        [rows[0], rows[1], rows[2], rows[4], rows[5], rows[6], rows[8], rows[9], rows[10]],
        new(rows[3], rows[7], rows[11]));

    /// <summary>R = Rz(yaw) Ry(pitch) Rx(roll), as the KITTI development kit composes what its GPS unit says.</summary>
    public static RigidTransform FromEuler(double roll, double pitch, double yaw, Vector3 shift)
    {
        var (sr, cr) = Math.SinCos(roll);
        var (sp, cp) = Math.SinCos(pitch);
        var (sy, cy) = Math.SinCos(yaw);
        return new(
            [
                cy * cp, (cy * sp * sr) - (sy * cr), (cy * sp * cr) + (sy * sr),
                sy * cp, (sy * sp * sr) + (cy * cr), (sy * sp * cr) - (cy * sr),
                -sp, cp * sr, cp * cr,
            ],
            shift);
    }

    public Vector3 Apply(Vector3 point)
    {
        var turned = Turn(point);
        return new(turned.X + Shift.X, turned.Y + Shift.Y, turned.Z + Shift.Z);
    }

    /// <summary>A direction, which is not shifted.</summary>
    public Vector3 Turn(Vector3 v) => new(Row(0, v), Row(3, v), Row(6, v));

    /// <summary>First <paramref name="first"/>, then this.</summary>
    public RigidTransform After(RigidTransform first)
    {
        var product = new double[RotationLength];
        for (var i = 0; i < RotationLength; i++)
        {
            var (row, column) = (i / 3 * 3, i % 3);
            product[i] = (_rotation[row] * first._rotation[column]) + (_rotation[row + 1] * first._rotation[column + 3])
                + (_rotation[row + 2] * first._rotation[column + 6]);
        }

        return new(product, Apply(first.Shift));
    }

    public RigidTransform Inverse()
    {
        var r = _rotation;
        var transposed = new RigidTransform([r[0], r[3], r[6], r[1], r[4], r[7], r[2], r[5], r[8]], default);
        var back = transposed.Turn(Shift);
        return new(transposed._rotation, new(-back.X, -back.Y, -back.Z));
    }

    private double Row(int start, Vector3 v) => (_rotation[start] * v.X) + (_rotation[start + 1] * v.Y) + (_rotation[start + 2] * v.Z);
}
