namespace Swarm.Evaluation;

/// <param name="Time">Seconds, as in all files of the recording.</param>
/// <param name="Speed">Forward, m/s.</param>
/// <param name="YawRate">Radians per second.</param>
public readonly record struct MrClamOdometry(double Time, double Speed, double YawRate);
