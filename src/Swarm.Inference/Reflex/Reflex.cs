namespace Swarm.Inference;

/// <summary>
/// The reflex of one machine: from what is around it, how fast it may be. The lesser of what the net and the stopping distance allow; the latter holds whatever the
/// net says. What is nearer, faster, more heavily loaded or on more slippery ground never gets more speed, and an input that is no input gets a stop, by a named reason.
/// </summary>
/// <remarks>Allocates nothing, waits for nothing, remembers nothing: safe for several threads.</remarks>
public sealed class Reflex
{
    /// <summary>Of full speed: less than this is a stop, as no machine creeps slower.</summary>
    internal const double LeastShare = 0.04;

    /// <summary>Of full speed: a net that asks for no less than this asks for nothing.</summary>
    private const double FullShare = 0.97;

    private readonly ReflexProfile _profile;
    private readonly SweptPath _path;
    private readonly ReflexNet? _net;

    /// <param name="net">Null for the stopping distance alone; <see cref="ReflexNet.Shipped"/> for the net that comes with this library.</param>
    /// <exception cref="ArgumentException">The profile has a value that no machine has; the message names it.</exception>
    public Reflex(ReflexProfile profile, ReflexNet? net)
    {
        ArgumentNullException.ThrowIfNull(profile);
        profile.Check();
        (_profile, _net, _path) = (profile, net, new(profile));
    }

    public ReflexProfile Profile => _profile;

    /// <summary>Answers at once.</summary>
    public ReflexVerdict Step(in ReflexInput input)
    {
        var invalid = Check(input, out var sector);
        if (invalid != ReflexReason.None)
            return ReflexVerdict.Stop(invalid, sector);

        var stopping = new StoppingDistance(_profile, _profile.BrakingAt(input.Load, input.Friction));
        var turns = SweptPath.Turns(input.YawRate, stopping.Time(input.Speed));
        var free = _path.Free(input.Ranges, turns, input.YawRate >= 0, out sector, out var contact);
        if (contact)
            return ReflexVerdict.Stop(ReflexReason.Contact, sector);

        var limit = stopping.FastestWithin(free, _profile.MaxSpeed);
        var (allowed, asked) = (limit, _profile.MaxSpeed);
        var reason = limit < _profile.MaxSpeed ? ReflexReason.StoppingDistance : ReflexReason.Clear;
        if (_net is not null)
        {
            Span<float> features = stackalloc float[ReflexFeatures.Count];
            ReflexFeatures.Write(input, _profile, _path.Outlines, stopping, features);
            double share = _net.Evaluate(features);
            if (double.IsNaN(share))
                return ReflexVerdict.Stop(ReflexReason.NetInvalid) with { Limit = limit };
            asked = share >= FullShare ? _profile.MaxSpeed : Math.Max(0, share) * _profile.MaxSpeed;
            if (asked < allowed)
                (allowed, reason, sector) = (asked, ReflexReason.Net, -1);
        }

        if (allowed < LeastShare * _profile.MaxSpeed)
            return new(ReflexAction.Stop, 0, reason, limit, asked, sector);
        return allowed < _profile.MaxSpeed
            ? new(ReflexAction.Slow, allowed, reason, limit, asked, sector)
            : new(ReflexAction.Go, allowed, reason, limit, asked);
    }

    /// <summary>None for an input that is one.</summary>
    private static ReflexReason Check(in ReflexInput input, out int sector)
    {
        for (sector = 0; sector < SectorRanges.Count; sector++)
        {
            if (!(input.Ranges[sector] >= 0))
                return ReflexReason.RangeInvalid;
        }

        // Each is asked so that what is not a number fails.
        sector = -1;
        return !(input.Speed is >= 0 and <= ReflexProfile.HighestSpeed) ? ReflexReason.SpeedInvalid
            : !(Math.Abs(input.YawRate) <= ReflexProfile.HighestYawRate) ? ReflexReason.YawRateInvalid
            : !(input.Load is >= 0 and <= 1) ? ReflexReason.LoadInvalid
            : !(input.Friction is > 0 and <= ReflexProfile.HighestFriction) ? ReflexReason.FrictionInvalid
            : ReflexReason.None;
    }
}
