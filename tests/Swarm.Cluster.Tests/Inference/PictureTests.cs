using Swarm.Domain;
using Swarm.Vision;

namespace Swarm.Cluster.Tests;

public sealed class PictureTests(EdgeCluster cluster) : IClassFixture<EdgeCluster>
{
    private static readonly ReadOnlyMemory<byte> Jpeg = new byte[] { 1, 2, 3 };

    private static readonly Sensor Lens = new(
        "lens", new Pose(0, 0, 0, 2), new FieldOfView(1.2, 40), new CameraOptics(1000, 800, 800, Pitch: 0.2));

    [Fact]
    public async Task Receive_Ask_IsAnsweredByTheSitesModel()
    {
        var device = await ConnectAsync("asking");
        cluster.Eye = _ => new Finding(FrameRefusal.None, [Person]);

        await device.SendAsync(new InferenceAsk("a1", "objects", 5, Jpeg));

        var answer = Assert.Single(await cluster.Downlink.UntilAsync<InferenceAnswer>(device.Id, answers => answers.Count > 0));
        Assert.Equal(("a1", AskOutcome.Answered, TierKind.Site, "test-512@1"), (answer.Id, answer.Outcome, answer.Tier, answer.Model));
        Assert.Equal(Person, Assert.Single(answer.Objects));
    }

    [Theory]
    [InlineData("objects", "other-512@1", AskOutcome.Unavailable)]
    [InlineData("dreams", null, AskOutcome.Refused)]
    public async Task Receive_AskForWhatIsNotHere_IsToldSo(string task, string? model, AskOutcome outcome)
    {
        var device = await ConnectAsync($"lost-{task}");

        await device.SendAsync(new InferenceAsk("a1", task, 5, Jpeg, Model: model));

        var answer = Assert.Single(await cluster.Downlink.UntilAsync<InferenceAnswer>(device.Id, answers => answers.Count > 0));
        Assert.Equal(outcome, answer.Outcome);
        Assert.NotNull(answer.Detail);
    }

    [Fact]
    public async Task Receive_ModelFails_IsUnavailableAndTheTwinGoesOn()
    {
        var device = await ConnectAsync("failing");
        cluster.Eye = _ => throw new InvalidOperationException("broken model");

        await device.SendAsync(new InferenceAsk("a1", "objects", 5, Jpeg));

        var answer = Assert.Single(await cluster.Downlink.UntilAsync<InferenceAnswer>(device.Id, answers => answers.Count > 0));
        Assert.Equal(AskOutcome.Unavailable, answer.Outcome);
        Assert.Equal(Presence.Online, await device.PresenceAsync());
    }

    [Fact]
    public async Task Receive_NoPicture_IsRefusedByName()
    {
        var device = await ConnectAsync("garbage");
        cluster.Eye = jpeg => FrameDecoder.TryDecode(jpeg.Span, out _, out var refusal) ? throw new InvalidOperationException() : new Finding(refusal, []);

        await device.SendAsync(new InferenceAsk("a1", "objects", 5, Jpeg));

        var answer = Assert.Single(await cluster.Downlink.UntilAsync<InferenceAnswer>(device.Id, answers => answers.Count > 0));
        Assert.Equal(AskOutcome.Refused, answer.Outcome);
        Assert.Contains("NotJpeg", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_AskWhileTheModelIsBusy_DoesNotHoldUpTheTwin()
    {
        var device = await ConnectAsync("busy");
        using var free = new ManualResetEventSlim();
        var begun = new TaskCompletionSource();
        cluster.Eye = _ =>
        {
            begun.TrySetResult();
            free.Wait(TestContext.Current.CancellationToken);
            return new Finding(FrameRefusal.None, []);
        };
        await device.SendAsync(new InferenceAsk("a1", "objects", 60, Jpeg));
        await begun.Task;

        await device.SendAsync(device.StateAt(3, 4));

        Assert.Equal(3, (await device.Grain.GetTwin()).State!.Pose.X);
        free.Set();
        await cluster.Downlink.UntilAsync<InferenceAnswer>(device.Id, answers => answers.Count > 0);
    }

    [Fact]
    public async Task Receive_PictureWithAPerson_BecomesATrackOfTheCell()
    {
        var device = await ConnectAsync("watching");
        cluster.Eye = _ => new Finding(FrameRefusal.None, [Person]);
        await device.SendAsync(device.StateAt(40, 40));

        await cluster.AdvanceUntilAsync(
            async () =>
            {
                await device.SendAsync(new CameraFrame(cluster.Clock.GetUtcNow(), "lens", new Pose(40, 40, 0), PoseCovariance.Diagonal(0.01, 0.001), Jpeg));
                return (await cluster.SiteView.Get()).Tracks.Any(track => track.SeenBy.Contains(device.Id));
            },
            TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(10));

        var inference = (await device.Grain.GetTwin()).Inference;
        Assert.Equal((TierKind.Site, "test-512@1"), (inference!.Tier, inference.Model));
    }

    /// <summary>Whose feet are a few metres ahead of the camera.</summary>
    private static ImageObject Person { get; } = new(ObjectClass.Pedestrian, 0.8, 0.48, 0.4, 0.52, 0.8);

    private async Task<TestDevice> ConnectAsync(string id)
    {
        var device = cluster.Device(id);
        await device.SendAsync(TestDevice.Online(), TestDevice.Wagon(Lens));
        return device;
    }
}
