using Swarm.Domain;

namespace Swarm.Inference.Tests;

public sealed class ReflexKeeperTests : IAsyncDisposable
{
    private static readonly ReflexInput Free = new(SectorRanges.Clear, 1);
    private static readonly ModelChoice Two = new("2", new string('2', 64));
    private static readonly ModelChoice Three = new("3", new string('3', 64));

    private readonly ReflexSlot _slot = new(Machines.Wagon);
    private readonly ReflexKeeper _keeper;
    private Func<ModelChoice, CancellationToken, Task<ReflexNet>> _load = (_, _) => Task.FromResult(ReflexNet.Load(TestModels.Net()));
    private int _loads;

    public ReflexKeeperTests() => _keeper = new(
        _slot,
        (choice, cancellationToken) =>
        {
            Interlocked.Increment(ref _loads);
            return _load(choice, cancellationToken);
        },
        new() { Ticks = 2, MostDiffering = 1 });

    public ValueTask DisposeAsync() => _keeper.DisposeAsync();

    [Fact]
    public async Task Want_NewVersion_ShadowsThenRunsAndGoesBackWithoutLoading()
    {
        Assert.Null(_keeper.Report);
        _keeper.Want(Two);
        await _keeper.Loaded;
        Assert.Equal(("shipped", "2"), (_keeper.Report!.Version, _keeper.Report.Candidate));

        Tick(2);
        Assert.Equal(new ModelReport("2", Differed: _slot.State.Passed!.Figures.Differed), _keeper.Report);
        _keeper.Want(null);
        Assert.Equal("shipped", _keeper.Report!.Version);
        _keeper.Want(Two);
        Assert.Equal("2", _keeper.Report!.Version);
        Assert.Equal(1, _loads);
    }

    [Fact]
    public async Task Want_RefusedVersion_StaysAndSaysWhy()
    {
        _load = (_, _) => throw new ModelRefusedException(ModelRefusal.BadSignature, "no");
        _keeper.Want(Two);
        await _keeper.Loaded;
        _keeper.Want(Two);
        await _keeper.Loaded;

        Assert.Equal(new ModelReport("shipped", Refused: "2", Reason: "bad-signature: no"), _keeper.Report);
        Assert.Equal(1, _loads);
    }

    [Fact]
    public async Task Want_WasNotThere_IsAskedForAgain()
    {
        var load = _load;
        _load = (_, _) => throw new ModelRefusedException(ModelRefusal.NotThere, "late");
        _keeper.Want(Two);
        await _keeper.Loaded;
        Assert.StartsWith("not-there", _keeper.Report!.Reason, StringComparison.Ordinal);

        _load = load;
        _keeper.Want(Two);
        await _keeper.Loaded;
        Tick(2);
        Assert.Equal(("2", null), (_keeper.Report!.Version, _keeper.Report.Refused));
    }

    [Fact]
    public async Task Want_AnotherWhileLoading_TheFirstNeverComes()
    {
        var first = new TaskCompletionSource<ReflexNet>();
        var net = ReflexNet.Load(TestModels.Net());
        _load = (choice, _) => choice == Two ? first.Task : Task.FromResult(net);
        _keeper.Want(Two);
        var loading = _keeper.Loaded;
        _keeper.Want(Three);
        await _keeper.Loaded;
        first.SetResult(net);
        await loading;

        Assert.Equal("3", _keeper.Report!.Candidate);
        _keeper.Want(null);
        Tick(4);
        Assert.Equal("shipped", _slot.State.Active.Version);
    }

    [Fact]
    public async Task Want_LoadFailsOtherwise_IsNotThere()
    {
        _load = (_, _) => throw new IOException("broken pipe");
        _keeper.Want(Two);
        await _keeper.Loaded;

        Assert.Contains("broken pipe", _keeper.Report!.Reason, StringComparison.Ordinal);
        Assert.Equal("shipped", _keeper.Report.Version);
    }

    private void Tick(int count)
    {
        for (var i = 0; i < count; i++)
            _slot.Step(Free);
    }
}
