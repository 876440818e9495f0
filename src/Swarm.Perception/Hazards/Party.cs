using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>One of two bodies that might come into conflict, as of now, with the course that it keeps.</summary>
/// <param name="YawRate">Radians per second.</param>
/// <param name="Existence">Probability that there is such a body.</param>
internal sealed record Party(
    KinematicState State, double Yaw, double YawRate, double Z, Size? Size, ObjectClass Class, double Existence)
{
    /// <summary>Nobody turns on and on: after so much of a turn, in radians, the course goes straight.</summary>
    private const double MaxTurn = Math.PI / 2;

    /// <summary>Standard deviation on each axis of the velocity that a device gives of itself, m/s.</summary>
    private const double DeviceVelocityDeviation = 0.1;
    private const double MaxDeviation = 10;

    private Footprint? _box;
    private Footprint[]? _course;
    private double _spread = double.NaN;

    public ClassTraits Traits { get; } = ClassTraits.Of(Class);

    public double Speed { get; } = State.Velocity.Speed;

    /// <summary>No point of the outline is faster, m/s.</summary>
    public double OutlineSpeed => Speed + (Math.Abs(YawRate) * Radius);

    public double Height => Size is { Height: > 0 and var height } ? height : Traits.Size.Height;

    /// <summary>A speed, in m/s, that is none but for noise: that of a body at rest.</summary>
    public bool Stands => Speed < 0.15;

    /// <summary>Half of the diagonal.</summary>
    public double Radius { get; } = HalfDiagonal(Footprint.Of(default, 0, Size, ClassTraits.Of(Class).Size));

    /// <summary>Null where the motion is not finite.</summary>
    public static Party? Of(DeviceMotion device, DateTimeOffset now)
    {
        var (pose, p) = (device.Pose, device.Covariance);
        if (!double.IsFinite(pose.X + pose.Y + pose.Z + pose.Yaw + device.YawRate + device.Velocity.Speed))
            return null;

        var position = new Covariance2(p.XX, p.XY, p.YY);
        if (!Gaussian2.IsUsable(position, MaxDeviation))
            position = Covariance2.Isotropic(0.1);
        var sent = KinematicState.Born(pose.Plane, position, DeviceVelocityDeviation) with { Vx = device.Velocity.X, Vy = device.Velocity.Y };
        var objectClass = device.Kind is DeviceKind.Wagon or DeviceKind.Mower or DeviceKind.Drone ? ObjectClass.Robot : ObjectClass.Unknown;
        var age = (now - device.Time).TotalSeconds;
        return new(sent.Predict(age, 0), pose.Yaw, device.YawRate, pose.Z, device.Size, objectClass, 1);
    }

    /// <summary>Null where the track is not finite. One that does not say which way it lies, and hardly moves, has no yaw (NaN).</summary>
    public static Party? Of(Track track, DateTimeOffset now)
    {
        if (!double.IsFinite(track.Position.X + track.Position.Y + track.Position.Z + track.Velocity.Speed))
            return null;

        var state = KinematicState.From(track.Position.Plane, track.Velocity, track.Covariance);
        var traits = ClassTraits.Of(track.Class);
        var yaw = track.Yaw ?? (track.Velocity.Speed > 0.5 ? Math.Atan2(track.Velocity.Y, track.Velocity.X) : double.NaN);
        var age = (now - track.Time).TotalSeconds;
        return new(state.Predict(age, traits.ManoeuvreDensity), yaw, 0, track.Position.Z, track.Size, track.Class, track.Existence);
    }

    /// <summary>The same body, lying along <paramref name="yaw"/>.</summary>
    public Party Facing(double yaw) => this with { Yaw = yaw, _box = null, _course = null };

    /// <summary>The same body, going straight ahead with <paramref name="speed"/>, in m/s.</summary>
    public Party Starting(double speed)
    {
        var (sin, cos) = Math.SinCos(Yaw);
        return new(State with { Vx = speed * cos, Vy = speed * sin }, Yaw, 0, Z, Size, Class, Existence);
    }

    /// <summary>
    /// Where the body is at equal steps from now to the horizon, both ends included. Worked out once, for all whom it may meet: an
    /// assessment has one horizon.
    /// </summary>
    public ReadOnlySpan<Footprint> Course(double horizon, int steps)
    {
        if (_course is null)
        {
            _course = new Footprint[steps + 1];
            for (var i = 0; i <= steps; i++)
                _course[i] = FootprintAt(horizon * i / steps);
        }

        return _course;
    }

    /// <summary>The larger variance of the position at the horizon, or a little more, in m². Worked out once, likewise.</summary>
    public double Spread(double horizon)
    {
        if (double.IsNaN(_spread))
            _spread = Segment.Variance(State, Traits.ForecastDensity, horizon);

        return _spread;
    }

    /// <summary>Where the body is in <paramref name="t"/> seconds if it keeps its speed and turns as it does.</summary>
    public Footprint FootprintAt(double t)
    {
        var box = _box ??= Footprint.Of(State.Position, Yaw, Size, Traits.Size);
        var turned = Math.Clamp(YawRate * t, -MaxTurn, MaxTurn);
        if (!(Math.Abs(turned) > 1e-6))
            return box with { X = State.X + (t * State.Vx), Y = State.Y + (t * State.Vy) };

        var arc = turned / YawRate;
        var (sin, cos) = Math.SinCos(turned);
        // The integral of the turning velocity over the arc, then straight on.
        var (along, across) = (sin / YawRate, (1 - cos) / YawRate);
        var straight = t - arc;
        return box with
        {
            X = State.X + (along * State.Vx) - (across * State.Vy) + (straight * ((cos * State.Vx) - (sin * State.Vy))),
            Y = State.Y + (across * State.Vx) + (along * State.Vy) + (straight * ((sin * State.Vx) + (cos * State.Vy))),
            Cos = (cos * box.Cos) - (sin * box.Sin),
            Sin = (sin * box.Cos) + (cos * box.Sin),
        };
    }

    private static double HalfDiagonal(Footprint box) => Math.Sqrt((box.HalfLength * box.HalfLength) + (box.HalfWidth * box.HalfWidth));
}
