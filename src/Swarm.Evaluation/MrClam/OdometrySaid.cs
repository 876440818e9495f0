namespace Swarm.Evaluation;

/// <summary>What an odometry said of a while.</summary>
/// <param name="Way">Metres.</param>
/// <param name="TurnedWay">Metres times radians per second: the way weighted with how fast it turned.</param>
/// <param name="Yaw">Radians, with their sign.</param>
/// <param name="Turn">Radians, whichever way.</param>
internal readonly record struct OdometrySaid(double Way, double TurnedWay, double Yaw, double Turn)
{
    public static OdometrySaid operator -(OdometrySaid a, OdometrySaid b) =>
        new(a.Way - b.Way, a.TurnedWay - b.TurnedWay, a.Yaw - b.Yaw, a.Turn - b.Turn);

    /// <summary>This and what was said from then on, for <paramref name="dt"/> seconds.</summary>
    public OdometrySaid Then(in MrClamOdometry said, double dt) => new(
        Way + (said.Speed * dt),
        TurnedWay + (said.Speed * Math.Abs(said.YawRate) * dt),
        Yaw + (said.YawRate * dt),
        Turn + (Math.Abs(said.YawRate) * dt));
}
