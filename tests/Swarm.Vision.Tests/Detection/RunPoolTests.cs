namespace Swarm.Vision.Tests;

public sealed class RunPoolTests
{
    [Fact]
    public void Return_EverNewShapes_KeepsTheLatestFew()
    {
        var model = new SyntheticModel().Output("output0", [1, 5, 1], [32, 32, 20, 20, 0.9f]).Bytes();
        var manifest = SyntheticModel.Manifest(model, new YoloSpec("output0"), 512, "thing") with { Input = new InputSpec("images", Fit: PictureFit.Letterbox, Multiple: 32) };
        using var session = DetectorSession.Open(manifest, model);
        using var pool = new RunPool(session, manifest, 512);

        BoundRun? latest = null;
        foreach (var height in Enumerable.Range(1, RunPool.Most + 5))
        {
            latest = pool.Take(512, Math.Min(512, 32 * height));
            pool.Return(latest);
        }

        Assert.InRange(pool.Idle, 2, RunPool.Most);
        Assert.Same(latest, pool.Take(512, Math.Min(512, 32 * (RunPool.Most + 5))));
    }

    [Fact]
    public void Take_TwoAtOnce_GivesEachItsOwn()
    {
        var model = new SyntheticModel().Output("output0", [1, 5, 1], [32, 32, 20, 20, 0.9f]).Bytes();
        var manifest = SyntheticModel.Manifest(model, new YoloSpec("output0"), 64, "thing");
        using var session = DetectorSession.Open(manifest, model);
        using var pool = new RunPool(session, manifest, 64);

        var (first, second) = (pool.Take(8, 8), pool.Take(8, 8));
        pool.Return(first);
        pool.Return(second);

        Assert.NotSame(first, second);
        Assert.Equal(2, pool.Idle);
    }
}
