using CsCheck;

namespace Swarm.Inference.Tests;

public sealed class ReflexSlotTests
{
    private static readonly ReflexInput Free = new(SectorRanges.Clear, 1);
    private static readonly ShadowLimits Two = new() { Ticks = 2, MostDiffering = 1 };

    private readonly ReflexSlot _slot = new(Machines.Wagon);

    [Fact]
    public void Offer_AnotherNet_TakesOverAndGoesBackAtOnce()
    {
        var cautious = ReflexNet.Load(TestModels.Net(bias: 0.5f));
        var before = _slot.Step(Free).Speed;
        _slot.Offer("2", cautious, Two);

        Assert.Equal([before, before], [_slot.Step(Free).Speed, _slot.Step(Free).Speed]);
        var after = new Reflex(Machines.Wagon, cautious).Step(Free).Speed;
        Assert.NotEqual(before, after);
        Assert.Equal(after, _slot.Step(Free).Speed);
        Assert.Equal(after - before, _slot.State.Passed!.Figures.MeanDifference, 1e-9);
        Assert.True(_slot.SwitchTo(ModelPackage.Shipped));
        Assert.Equal(before, _slot.Step(Free).Speed);
    }

    [Fact]
    public void SwitchTo_ShippedAfterTwoOthers_IsAlwaysThere()
    {
        _slot.Offer("2", ReflexNet.Load(TestModels.Net(bias: 0.5f)), Two);
        _ = (_slot.Step(Free), _slot.Step(Free));
        _slot.Offer("3", ReflexNet.Load(TestModels.Net(bias: 0.4f)), Two);
        _ = (_slot.Step(Free), _slot.Step(Free));
        Assert.Equal(("3", "2"), (_slot.State.Active.Version, _slot.State.Previous!.Version));

        Assert.True(_slot.SwitchTo(ModelPackage.Shipped));
        Assert.Equal(new Reflex(Machines.Wagon, ReflexNet.Shipped).Step(Free), _slot.Step(Free));
    }

    /// <summary>Nets of any weights, active or in shadow, never allow more than the stopping distance does.</summary>
    [Fact]
    public void Step_AnyNet_NeverFasterThanTheLimit() => Gen.Select(Machines.AnyProfile, Machines.AnyNet, Machines.AnyInput.Array[8]).Sample((profile, net, inputs) =>
    {
        var slot = new ReflexSlot(profile);
        var limit = new Reflex(profile, null);
        slot.Offer("2", net, Two);
        foreach (var input in inputs)
            Assert.InRange(slot.Step(input).Speed, 0, limit.Step(input).Speed);
        Assert.Equal("2", slot.State.Active.Version);
    }, iter: 30);

    [Fact]
    public void Step_WithoutACandidate_AllocatesNothing()
    {
        _slot.Step(Free);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            _slot.Step(Free);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
