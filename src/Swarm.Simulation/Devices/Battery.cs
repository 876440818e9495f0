namespace Swarm.Simulation;

/// <summary>Charge, 0 to 1, spent faster in motion than at rest.</summary>
/// <param name="charge">To begin with.</param>
/// <param name="rest">How long a full one lasts at rest.</param>
/// <param name="motion">How long a full one lasts in motion.</param>
/// <param name="filling">How long an empty one takes to fill.</param>
internal sealed class Battery(double charge, TimeSpan rest, TimeSpan motion, TimeSpan filling)
{
    public double Charge { get; private set; } = charge;

    public bool IsLow => Charge < 0.2;

    public bool IsFull => Charge > 0.98;

    public void Drain(bool moving, double dt) => Charge = Math.Max(0, Charge - (dt / (moving ? motion : rest).TotalSeconds));

    public void Fill(double dt) => Charge = Math.Min(1, Charge + (dt / filling.TotalSeconds));
}
