using CsCheck;

namespace Swarm.Inference.Tests;

public sealed class ModelSlotTests
{
    private static readonly ShadowLimits Three = new() { Ticks = 3, Tolerance = 0.5, MostDiffering = 0.34 };

    private readonly ModelSlot<ScriptedModel, int, ScriptedVerdict> _slot = new(new ScriptedRun(), "a", new("a"));
    private int _tick;

    [Fact]
    public void Offer_SoundCandidate_TakesOverAfterItsShadowTicks()
    {
        Assert.True(_slot.Offer("b", new("b", 1.2), Three));

        Assert.Equal("aaab", Ticks(4));
        Assert.Equal("a", _slot.State.Previous!.Version);
        Assert.Null(_slot.State.Trial);
        var figures = _slot.State.Passed!.Figures;
        Assert.Equal((3, 0), (figures.Ticks, figures.Differed));
        Assert.Equal(0.2, figures.MeanDifference, 1e-9);
        Assert.Equal(0.2, figures.LargestDifference, 1e-9);
    }

    [Fact]
    public void Offer_CandidateTooFarOff_IsRefused()
    {
        _slot.Offer("b", new("b", 3), Three);

        Assert.Equal("aaaaa", Ticks(5));
        Assert.Equal(("b", ModelRefusal.Disagrees), (_slot.State.Refusal!.Version, _slot.State.Refusal.Reason));
    }

    [Theory]
    [InlineData(false, ModelRefusal.NotANumber)]
    [InlineData(true, ModelRefusal.Failed)]
    public void Offer_CandidateFailsInShadow_IsRefused(bool throws, ModelRefusal reason)
    {
        _slot.Offer("b", new("b", Fault: 1, Throws: throws), Three);

        Assert.Equal("aaaaa", Ticks(5));
        Assert.Equal(("b", reason), (_slot.State.Refusal!.Version, _slot.State.Refusal.Reason));
        Assert.Null(_slot.State.Trial);
    }

    [Theory]
    [InlineData(false, ModelRefusal.NotANumber)]
    [InlineData(true, ModelRefusal.Failed)]
    public void Step_ActiveModelFails_ThePreviousAnswersThatTick(bool throws, ModelRefusal reason)
    {
        _slot.Offer("b", new("b", Fault: 5, Throws: throws), Three);

        Assert.Equal("aaabbaaa", Ticks(8));
        Assert.Equal(("b", reason), (_slot.State.Refusal!.Version, _slot.State.Refusal.Reason));
        Assert.Null(_slot.State.Previous);
    }

    [Fact]
    public void Step_NoModelLeft_TheSafeAnswer()
    {
        var slot = new ModelSlot<ScriptedModel, int, ScriptedVerdict>(new ScriptedRun(), "a", new("a", Fault: 0, Throws: true));

        Assert.Equal("fallback", slot.Step(1).First);
    }

    [Fact]
    public void SwitchTo_Previous_AtTheNextTickAndBack()
    {
        _slot.Offer("b", new("b"), Three);
        Ticks(3);

        Assert.True(_slot.SwitchTo("a"));
        Assert.Equal("a", Ticks(1));
        Assert.True(_slot.SwitchTo("b"));
        Assert.Equal("b", Ticks(1));
        Assert.False(_slot.SwitchTo("c"));
        Assert.Equal("b", Ticks(1));
    }

    [Fact]
    public void SwitchTo_DuringATrial_DropsTheCandidate()
    {
        _slot.Offer("b", new("b"), Three);
        Ticks(2);

        Assert.True(_slot.SwitchTo("a"));
        Assert.Equal("aaaa", Ticks(4));
        Assert.Null(_slot.State.Trial);
    }

    [Fact]
    public void Refuse_DuringATrial_TheTrialGoesOn()
    {
        _slot.Offer("b", new("b"), Three);
        Ticks(2);
        _slot.Refuse(new("c", ModelRefusal.Unsigned, "no"));

        Assert.Equal("ab", Ticks(2));
        Assert.Equal("c", _slot.State.Refusal!.Version);
    }

    [Fact]
    public void Step_WithoutACandidate_AllocatesNothing()
    {
        Ticks(10);
        var verdicts = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
            verdicts += _slot.Step(i).Tick == i ? 1 : 0;

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(10_000, verdicts);
    }

    /// <summary>Whatever is done to the slot, each tick has one verdict, and it is from the model that was active then or, where that failed, from the one before.</summary>
    [Fact]
    public void Step_AnythingDoneBetweenTicks_OneVerdictFromAWholeModel()
    {
        var anyModel = Gen.Select(Gen.Int[0, 5], Gen.Double[0.5, 2], Gen.Frequency((3, Gen.Const(-1)), (1, Gen.Int[0, 6])), Gen.Bool)
            .Select((name, answer, fault, throws) => new ScriptedModel($"m{name}", answer, fault, throws));
        var anyAct = Gen.Select(Gen.Int[0, 9], anyModel, Gen.Int[1, 4]);

        anyAct.Array[1, 80].Sample(acts =>
        {
            var slot = new ModelSlot<ScriptedModel, int, ScriptedVerdict>(new ScriptedRun(), "good", new("good"));
            var tick = 0;
            foreach (var (act, model, ticks) in acts)
            {
                if (act == 0)
                    slot.Offer(model.Name, model, new() { Ticks = ticks, Tolerance = 0.5 });
                else if (act == 1)
                    slot.SwitchTo(slot.State.Previous?.Version ?? model.Name);
                else if (act == 2)
                    slot.SwitchTo(model.Name);
                else if (act == 3)
                    slot.Install(model.Name, model);
                else
                    Tick(slot, tick++);
            }
        }, iter: 2000);

        static void Tick(ModelSlot<ScriptedModel, int, ScriptedVerdict> slot, int tick)
        {
            var before = slot.State;
            var verdict = slot.Step(tick);
            Assert.Equal(verdict.First, verdict.Last);
            if (verdict.First == "fallback" || double.IsNaN(verdict.Answer))
                Assert.True(before.Active.Model.Fault >= 0 && before.Previous is not { Model.Fault: < 0 });
            else
                Assert.Equal((tick, verdict.First == before.Active.Version || (before.Active.Model.Fault >= 0 && verdict.First == before.Previous!.Version)), (verdict.Tick, true));
        }
    }

    /// <summary>One thread ticks while another does what it can to the slot.</summary>
    [Fact]
    public async Task Step_AnotherThreadChangesTheSlot_EveryTickHasItsVerdict()
    {
        const int Count = 50_000;
        var done = false;
        var changing = Task.Run(
            () =>
            {
                var changes = 0;
                for (; !Volatile.Read(ref done); changes++)
                {
                    var model = new ScriptedModel($"m{changes % 5}", 1, changes % 7 == 0 ? 2 : -1, changes % 2 == 0);
                    if (changes % 4 == 3)
                        _slot.SwitchTo(_slot.State.Previous?.Version ?? "a");
                    else
                        _slot.Offer(model.Name, model, new() { Ticks = 1 + (changes % 3) });
                }

                return changes;
            },
            TestContext.Current.CancellationToken);
        var verdicts = 0;
        for (var tick = 0; tick < Count; tick++)
        {
            var verdict = _slot.Step(tick);
            verdicts += verdict.First == verdict.Last && (verdict.Tick == tick || verdict.First == "fallback") ? 1 : 0;
        }

        Volatile.Write(ref done, true);
        Assert.True(await changing > 0);
        Assert.Equal(Count, verdicts);
    }

    private string Ticks(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => _slot.Step(_tick++).First));
}
