namespace Swarm.Evaluation;

/// <summary>What the robots, all of one make, do for what their odometry says, which is what they were commanded.</summary>
/// <param name="Delay">Seconds until they do it.</param>
/// <param name="SpeedScale">Of the speed; 1 where it is right.</param>
/// <param name="TurnLoss">The part of the speed that they lose for each radian per second of yaw rate, in seconds.</param>
/// <param name="YawScale">Of the yaw rate; 1 where it is right.</param>
public sealed record OdometryCalibration(double Delay, double SpeedScale, double TurnLoss, double YawScale)
{
    internal (double Speed, double YawRate) Correct(in MrClamOdometry said) =>
        (said.Speed * (SpeedScale - (TurnLoss * Math.Abs(said.YawRate))), said.YawRate * YawScale);
}
