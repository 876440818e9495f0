using CsCheck;

namespace Swarm.Inference.Tests;

public sealed class StoppingDistanceTests
{
    [Fact]
    public void Of_WagonAtFullSpeed_AsByHand()
    {
        // v ρ = 0.19; a ρ² / 2 = 0.005; (v + ρ a)² / 2b = 1; u (ρ + (v + ρ a) / b) = 0.33.
        Assert.Equal(1.525, new StoppingDistance(Machines.Wagon, braking: 2).Of(1.9), 1e-12);
    }

    /// <summary>Simulated step by step: the worst that the rule lets the machine and the other do.</summary>
    [Fact]
    public void Of_AnySpeed_CoversTheWorstCase() => Gen.Select(Machines.AnyProfile, Gen.Double[0, 1]).Sample((profile, share) =>
    {
        const double Dt = 1e-3;
        var (speed, gap) = (share * profile.MaxSpeed, new StoppingDistance(profile, profile.Braking).Of(share * profile.MaxSpeed));
        for (var t = 0.0; t < profile.ResponseTime || speed > 0;)
        {
            // Each phase ends on a step of its own: a piece of the one counted into the other would matter at speed.
            var acceleration = t < profile.ResponseTime ? profile.Acceleration : -profile.Braking;
            var dt = Math.Min(Dt, t < profile.ResponseTime ? profile.ResponseTime - t : speed / profile.Braking);
            var next = Math.Max(0, speed + (acceleration * dt));
            gap -= (((speed + next) / 2) + profile.ApproachSpeed) * dt;
            (speed, t) = (dt < Dt && acceleration < 0 ? 0 : next, dt < Dt && acceleration > 0 ? profile.ResponseTime : t + dt);
        }

        Assert.InRange(gap, -1e-6, 1e-6);
    });

    [Fact]
    public void FastestWithin_AnyDistance_FitsAndTheNextDoesNot() => Gen.Select(Machines.AnyProfile, Gen.Double[-1, 12]).Sample((profile, distance) =>
    {
        var stopping = new StoppingDistance(profile, profile.Braking);
        var fastest = stopping.FastestWithin(distance, profile.MaxSpeed);

        Assert.True(fastest == 0 || stopping.Of(fastest) <= distance);
        Assert.True(fastest == profile.MaxSpeed || stopping.Of(fastest + (1.0 / 1024)) > distance || fastest + (1.0 / 1024) > profile.MaxSpeed);
    });
}
