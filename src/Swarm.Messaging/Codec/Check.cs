using System.Globalization;
using System.Runtime.CompilerServices;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>
/// Gathers the first thing that is wrong with a message. Paths are put together only once something is wrong, so that a good
/// message costs no allocation: a path is a prefix, an index (or -1) and a field.
/// </summary>
internal struct Check
{
    private readonly string _list;
    private readonly int _index;

    private Check(string list, int index) => (_list, _index) = (list, index);

    public Check() => (_list, _index) = ("", -1);

    public Refusal? Refusal { get; private set; }

    public readonly bool Failed => Refusal is not null;

    /// <summary>A check of one element of a list.</summary>
    public static Check Of(string list, int index) => new(list, index);

    /// <summary>Notes a refusal, unless there is one already.</summary>
    public void Fail(string reason, string field, string saying)
    {
        if (Failed)
            return;

        var path = _index < 0 ? field : string.Create(CultureInfo.InvariantCulture, $"{_list}[{_index}]{(field.Length == 0 ? "" : ".")}{field}");
        Refusal = new Refusal(reason, $"{path} {saying}");
    }

    public void Take(Refusal? refusal) => Refusal ??= refusal;

    public void Within(double value, double least, double most, string field)
    {
        if (!double.IsFinite(value))
            Fail(RefusalReason.NotFinite, field, Invariant($"is {value}"));
        else if (value < least || value > most)
            Fail(RefusalReason.OutOfRange, field, Invariant($"is {value}, not between {least} and {most}"));
    }

    public void Within(double? value, double least, double most, string field)
    {
        if (value is { } some)
            Within(some, least, most, field);
    }

    public void NotNegative(long? value, string field)
    {
        if (value < 0)
            Fail(RefusalReason.OutOfRange, field, Invariant($"is {value}, below 0"));
    }

    public void Count(int count, int least, int most, string field)
    {
        if (count < least || count > most)
            Fail(RefusalReason.WrongCount, field, Invariant($"has {count} elements, not between {least} and {most}"));
    }

    public void Name(string value, string field) => Text(value, 1, ProtocolLimits.MaxName, field);

    public void Text(string? value, int least, int most, string field)
    {
        if (value is not null && (value.Length < least || value.Length > most))
            Fail(RefusalReason.WrongLength, field, Invariant($"has {value.Length} characters, not between {least} and {most}"));
    }

    public void Site(Pose pose, string x, string y, string yaw, string z)
    {
        Within(pose.X, -ProtocolLimits.MaxCoordinate, ProtocolLimits.MaxCoordinate, x);
        Within(pose.Y, -ProtocolLimits.MaxCoordinate, ProtocolLimits.MaxCoordinate, y);
        Within(pose.Yaw, -ProtocolLimits.MaxAngle, ProtocolLimits.MaxAngle, yaw);
        Within(pose.Z, -ProtocolLimits.MaxHeight, ProtocolLimits.MaxHeight, z);
    }

    public void Speed(Velocity velocity, string x, string y)
    {
        Within(velocity.X, -ProtocolLimits.MaxSpeed, ProtocolLimits.MaxSpeed, x);
        Within(velocity.Y, -ProtocolLimits.MaxSpeed, ProtocolLimits.MaxSpeed, y);
    }

    public void Box(Size size, string length, string width, string height)
    {
        Within(size.Length, 0, ProtocolLimits.MaxSize, length);
        Within(size.Width, 0, ProtocolLimits.MaxSize, width);
        Within(size.Height, 0, ProtocolLimits.MaxSize, height);
    }

    public void Covariance(Covariance2 value, string field) =>
        Covariance([value.XX, value.XY, value.XY, value.YY], 2, field);

    public void Covariance(PoseCovariance value, string field) =>
        Covariance([value.XX, value.XY, value.XYaw, value.XY, value.YY, value.YYaw, value.XYaw, value.YYaw, value.YawYaw], 3, field);

    public void Covariance(KinematicCovariance value, string field) =>
        Covariance(
            [
                value.XX, value.XY, value.XVx, value.XVy,
                value.XY, value.YY, value.YVx, value.YVy,
                value.XVx, value.YVx, value.VxVx, value.VxVy,
                value.XVy, value.YVy, value.VxVy, value.VyVy,
            ],
            4,
            field);

    private void Covariance(ReadOnlySpan<double> matrix, int size, string field)
    {
        foreach (var value in matrix)
        {
            if (!double.IsFinite(value))
                Fail(RefusalReason.NotFinite, field, Invariant($"holds {value}"));
        }

        for (var i = 0; i < size && !Failed; i++)
        {
            if (matrix[(i * size) + i] is var variance && variance > ProtocolLimits.MaxVariance)
                Fail(RefusalReason.OutOfRange, field, Invariant($"holds a variance of {variance}, above {ProtocolLimits.MaxVariance}"));
        }

        if (!Failed && !Semidefinite.IsPositive(matrix, size))
            Fail(RefusalReason.NotCovariance, field, "is not positive semidefinite");
    }

    private static string Invariant(ref DefaultInterpolatedStringHandler text) => string.Create(CultureInfo.InvariantCulture, ref text);
}
