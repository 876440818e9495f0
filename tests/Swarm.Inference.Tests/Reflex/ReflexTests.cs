using CsCheck;

namespace Swarm.Inference.Tests;

public sealed class ReflexTests
{
    private static readonly Gen<ReflexNet?> MaybeNet = Gen.Frequency((1, Gen.Const((ReflexNet?)null)), (2, Gen.Const((ReflexNet?)ReflexNet.Shipped)), (2, Machines.AnyNet.Select(net => (ReflexNet?)net)));

    [Fact]
    public void Step_NearerFasterHeavierOrMoreSlippery_NeverMoreSpeed() => Gen.Select(
        Machines.AnyProfile, MaybeNet, Machines.AnyInput, Gen.Float[0, 1].Array[SectorRanges.Count], Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1])).Sample(
        (profile, net, input, nearer, worse) =>
        {
            var reflex = new Reflex(profile, net);
            var before = reflex.Step(input);
            var ranges = input.Ranges;
            for (var i = 0; i < SectorRanges.Count; i++)
                ranges[i] *= nearer[i] < 0.5f ? 1 : nearer[i];
            var speed = input.Speed + (worse.Item1 * (20 - input.Speed));
            var load = input.Load + (worse.Item2 * (1 - input.Load));
            var friction = input.Friction * worse.Item3;
            foreach (var after in new[]
            {
                reflex.Step(new(ranges, input.Speed, input.YawRate, input.Load, input.Friction)),
                reflex.Step(new(input.Ranges, speed, input.YawRate, input.Load, input.Friction)),
                reflex.Step(new(input.Ranges, input.Speed, input.YawRate, load, input.Friction)),
                reflex.Step(new(input.Ranges, input.Speed, input.YawRate, input.Load, friction)),
                reflex.Step(new(ranges, speed, input.YawRate, load, friction)),
            })
            {
                Assert.True(after.Speed <= before.Speed, $"{after} after {before}");
                Assert.True(after.Limit <= before.Limit, $"{after} after {before}");
                Assert.True(after.Action <= before.Action, $"{after} after {before}");
            }
        },
        iter: 3000);

    /// <summary>Where rounding would show: one bit less of everything.</summary>
    [Fact]
    public void Step_ByTheLeastThatANumberCanChange_NeverMoreSpeed() => Gen.Select(Machines.AnyProfile, MaybeNet, Machines.AnyInput, Gen.Int[0, SectorRanges.Count - 1]).Sample(
        (profile, net, input, sector) =>
        {
            var reflex = new Reflex(profile, net);
            var before = reflex.Step(input).Speed;
            var ranges = input.Ranges;
            ranges[sector] = Math.Max(0, MathF.BitDecrement(ranges[sector]));

            Assert.True(reflex.Step(new(ranges, input.Speed, input.YawRate, input.Load, input.Friction)).Speed <= before);
            Assert.True(reflex.Step(new(input.Ranges, Math.BitIncrement(input.Speed), input.YawRate, input.Load, input.Friction)).Speed <= before);
            Assert.True(reflex.Step(new(input.Ranges, input.Speed, input.YawRate, Math.Min(1, Math.BitIncrement(input.Load)), input.Friction)).Speed <= before);
            Assert.True(reflex.Step(new(input.Ranges, input.Speed, input.YawRate, input.Load, Math.BitDecrement(input.Friction))).Speed <= before);
        },
        iter: 3000);

    [Fact]
    public void Step_AnyInputAndNet_NoFasterThanTheLimitAndTheMachine() => Gen.Select(Machines.AnyProfile, MaybeNet, Machines.AnyInput).Sample((profile, net, input) =>
    {
        var alone = new Reflex(profile, net: null).Step(input);
        var both = new Reflex(profile, net).Step(input);

        Assert.True(both.Speed <= both.Limit && both.Limit <= profile.MaxSpeed);
        Assert.Equal(alone.Limit, both.Limit);
        Assert.Equal(both.Action, both.Speed == 0 ? ReflexAction.Stop : both.Speed < profile.MaxSpeed ? ReflexAction.Slow : ReflexAction.Go);
    });

    /// <summary>Any bits at all.</summary>
    [Fact]
    public void Step_AnyBits_StopsByNameOrAnswersWithinTheLimit() => Gen.Select(
        Gen.UInt.Array[SectorRanges.Count], Gen.Bool, Gen.Double, Gen.Double, Gen.Double, Gen.Double).Sample((bits, wild, speed, yawRate, load, friction) =>
        {
            var ranges = wild ? Machines.Ranges([.. bits.Select(BitConverter.UInt32BitsToSingle)]) : SectorRanges.Clear;
            var verdict = new Reflex(Machines.Wagon, net: null).Step(new(ranges, speed, yawRate, load, friction));

            Assert.InRange(verdict.Speed, 0, Machines.Wagon.MaxSpeed);
            if (((ReadOnlySpan<float>)ranges).ContainsAnyExceptInRange(0, float.PositiveInfinity))
                Assert.Equal((ReflexAction.Stop, ReflexReason.RangeInvalid), (verdict.Action, verdict.Reason));
        });

    [Theory]
    [InlineData(double.NaN, 0, 0, 0.8, ReflexReason.SpeedInvalid)]
    [InlineData(-0.1, 0, 0, 0.8, ReflexReason.SpeedInvalid)]
    [InlineData(61, 0, 0, 0.8, ReflexReason.SpeedInvalid)]
    [InlineData(double.PositiveInfinity, 0, 0, 0.8, ReflexReason.SpeedInvalid)]
    [InlineData(1, double.NaN, 0, 0.8, ReflexReason.YawRateInvalid)]
    [InlineData(1, -21, 0, 0.8, ReflexReason.YawRateInvalid)]
    [InlineData(1, 0, -0.01, 0.8, ReflexReason.LoadInvalid)]
    [InlineData(1, 0, 1.01, 0.8, ReflexReason.LoadInvalid)]
    [InlineData(1, 0, double.NaN, 0.8, ReflexReason.LoadInvalid)]
    [InlineData(1, 0, 0, 0, ReflexReason.FrictionInvalid)]
    [InlineData(1, 0, 0, 1.6, ReflexReason.FrictionInvalid)]
    [InlineData(1, 0, 0, double.NaN, ReflexReason.FrictionInvalid)]
    public void Step_InvalidNumber_StopsByName(double speed, double yawRate, double load, double friction, ReflexReason reason) =>
        Assert.Equal(ReflexVerdict.Stop(reason), new Reflex(Machines.Wagon, net: null).Step(new(SectorRanges.Clear, speed, yawRate, load, friction)));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(-0.001f)]
    [InlineData(float.NegativeInfinity)]
    public void Step_InvalidRange_StopsAndNamesTheSector(float range)
    {
        var ranges = SectorRanges.Clear;
        ranges[23] = range;

        Assert.Equal(ReflexVerdict.Stop(ReflexReason.RangeInvalid, 23), new Reflex(Machines.Wagon, net: null).Step(new(ranges, 1)));
    }

    [Theory]
    [InlineData(0, 9.9, ReflexAction.Go)]
    [InlineData(0, 3.0, ReflexAction.Go)]
    [InlineData(0, 1.5, ReflexAction.Slow)]
    [InlineData(0, 0.7, ReflexAction.Slow)]
    [InlineData(0, 0.62, ReflexAction.Stop)]
    [InlineData(0, 0.40, ReflexAction.Stop)]
    [InlineData(20, 1.2, ReflexAction.Slow)]
    [InlineData(90, 0.5, ReflexAction.Go)]
    [InlineData(-90, 0.36, ReflexAction.Go)]
    [InlineData(180, 0.5, ReflexAction.Go)]
    [InlineData(180, 0.4, ReflexAction.Stop)]
    public void Step_OneThing_AsFarAsItIsInTheWay(double bearing, double range, ReflexAction action) =>
        Assert.Equal(action, new Reflex(Machines.Wagon, net: null).Step(new(Machines.Only((bearing, range)), 1)).Action);

    [Fact]
    public void Step_WallBesideIt_PassedAtFullSpeed()
    {
        // 0.65 m from the middle line, as long as it can be seen.
        var ranges = SectorRanges.Clear;
        for (var degrees = 0.5; degrees < 180; degrees += 0.5)
            ranges.See(SectorRanges.SectorOf(degrees * Math.PI / 180), (float)(0.65 / Math.Sin(degrees * Math.PI / 180)));

        Assert.Equal(ReflexAction.Go, new Reflex(Machines.Wagon, net: null).Step(new(ranges, 1.9)).Action);
        Assert.Equal(ReflexAction.Stop, new Reflex(Machines.Wagon, net: null).Step(new(ranges, 1.9, yawRate: 0.8)).Action);
        Assert.Equal(ReflexAction.Go, new Reflex(Machines.Wagon, net: null).Step(new(ranges, 1.9, yawRate: -0.8)).Action);
    }

    [Fact]
    public void Step_MirroredInput_MirroredAnswer() => Machines.AnyInput.Sample(input =>
    {
        var mirrored = input.Ranges;
        for (var i = 1; i < SectorRanges.Count; i++)
            mirrored[i] = input.Ranges[SectorRanges.Count - i];
        var reflex = new Reflex(Machines.Wagon, net: null);

        Assert.Equal(
            reflex.Step(input).Speed, reflex.Step(new(mirrored, input.Speed, -input.YawRate, input.Load, input.Friction)).Speed);
    });

    [Fact]
    public void Step_ManyTimes_AllocatesNothing()
    {
        var reflex = new Reflex(Machines.Wagon, Machines.AnyNet.Single());
        var input = new ReflexInput(Machines.Only((0, 1.5), (40, 2)), 1);
        var speed = reflex.Step(input).Speed;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            speed = Math.Min(speed, reflex.Step(input).Speed);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(nameof(ReflexProfile.MaxSpeed))]
    [InlineData(nameof(ReflexProfile.Braking))]
    [InlineData(nameof(ReflexProfile.ResponseTime))]
    public void Create_ImpossibleProfile_NamesTheValue(string name)
    {
        var profile = name switch
        {
            nameof(ReflexProfile.MaxSpeed) => Machines.Wagon with { MaxSpeed = double.NaN },
            nameof(ReflexProfile.Braking) => Machines.Wagon with { Braking = 0 },
            _ => Machines.Wagon with { ResponseTime = -1 },
        };

        Assert.Contains(name, Assert.Throws<ArgumentException>(() => new Reflex(profile, net: null)).Message, StringComparison.Ordinal);
    }
}
