using System.Buffers;
using System.Text;
using Swarm.Domain;

namespace Swarm.Messaging.Tests;

/// <summary>The models of <c>desired</c> and <c>state</c>.</summary>
public sealed class ModelsTests
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    [Fact]
    public void Desired_WithModels_RoundTrips()
    {
        var desired = new DesiredState(4, Models: new Dictionary<string, ModelChoice> { ["reflex"] = new("1.5", Hash), ["eye"] = new("shipped") });

        Assert.True(ProtocolCodec.TryDecodeDownlink(Channel.Desired, new(ProtocolCodec.Encode(desired)), out var read, out _));
        Assert.Equal(desired.Models, Assert.IsType<DesiredState>(read).Models);
    }

    [Fact]
    public void State_WithModels_RoundTrips()
    {
        var state = State(new("1.4", "1.6", "1.5", "wrong-hash: no", 0.25));

        Assert.True(TryDecode(state, out var read, out var refusal), refusal?.ToString());
        Assert.Equal(state.Models, Assert.IsType<DeviceState>(read).Models);
    }

    [Theory]
    [InlineData("re/flex", "1", Hash)]
    [InlineData("reflex", "1/2", Hash)]
    [InlineData("reflex", "", Hash)]
    [InlineData("reflex", "1", "ABC")]
    public void Desired_ModelThatCannotBe_IsRefused(string name, string version, string hash)
    {
        var json = $$"""{ "version": 1, "models": { "{{name}}": { "version": "{{version}}", "sha256": "{{hash}}" } } }""";

        Assert.False(ProtocolCodec.TryDecodeDownlink(Channel.Desired, new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json)), out _, out var refusal));
        Assert.Equal(RefusalReason.WrongField, refusal.Reason);
    }

    [Fact]
    public void State_ReportThatCannotBe_IsRefused()
    {
        Assert.Equal(RefusalReason.OutOfRange, Refused(State(new("1", Differed: 1.5))));
        Assert.Equal(RefusalReason.WrongLength, Refused(State(new("1", Refused: "2", Reason: new string('x', 600)))));
        Assert.Equal(RefusalReason.WrongField, Refused(State(new("1/2"))));
        Assert.Equal(RefusalReason.WrongCount, Refused(State(new("1"), count: 17)));
    }

    private static string? Refused(DeviceState state)
    {
        Assert.False(TryDecode(state, out _, out var refusal));
        return refusal!.Reason;
    }

    private static bool TryDecode(DeviceState state, out UplinkMessage? read, out Refusal? refusal) =>
        ProtocolCodec.TryDecodeUplink(new("wagon-7"), Channel.State, new(ProtocolCodec.Encode(state)), Generate.Now, out read, out refusal);

    private static DeviceState State(ModelReport report, int count = 1) => new(
        Generate.Now, default, PoseCovariance.Diagonal(0.1, 0.1), default, DeviceMode.Automatic,
        Models: Enumerable.Range(0, count).ToDictionary(i => $"m{i}", _ => report));
}
