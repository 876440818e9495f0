namespace Swarm.Vda5050.Tests;

/// <summary>When a vehicle sends what.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData(ProtocolVersion.V2)]
    [InlineData(ProtocolVersion.V3)]
    public void Connected_SendsPresenceFactsheetAndState(ProtocolVersion version)
    {
        var rig = new VehicleRig(version);
        var will = rig.LastWill;

        var messages = rig.Tell(new VehicleInput.Connected()).OfType<VehicleEffect.Publish>().Select(effect => effect.Message).ToArray();

        Assert.Equal(["ConnectionMessage", "FactsheetMessage", "StateMessage"], messages.Select(message => message.GetType().Name));
        Assert.Equal(ConnectionState.ConnectionBroken, will.ConnectionState);
        Assert.Equal(messages[0].HeaderId, will.HeaderId);
        Assert.All(messages, message => Assert.Empty(MessageCheck.Check(message, version)));
    }

    [Fact]
    public void Disconnecting_SaysOffline() => Assert.Equal(
        ConnectionState.Offline,
        Assert.IsType<ConnectionMessage>(Assert.IsType<VehicleEffect.Publish>(
            Assert.Single(new VehicleRig(ProtocolVersion.V3).Tell(new VehicleInput.Disconnecting()))).Message).ConnectionState);

    [Fact]
    public void HeaderIds_RiseByOnePerTopic()
    {
        var rig = new VehicleRig(ProtocolVersion.V3, settings => settings with { VisualizationInterval = TimeSpan.FromSeconds(1) });
        rig.Tell(new VehicleInput.Connected());
        rig.Order(Samples.Line("o", 0, 0, 4, 4));
        for (var i = 1u; i <= 4; i++)
        {
            rig.Tell(new VehicleInput.PoseChanged(StateSamples.Position));
            rig.Reach(i);
            rig.After(TimeSpan.FromSeconds(20));
        }

        rig.Instant(ActionTypes.FactsheetRequest);

        var topics = rig.Effects.OfType<VehicleEffect.Publish>().GroupBy(effect => effect.Message.GetType(), effect => effect.Message.HeaderId).ToArray();
        Assert.Equal(4, topics.Length);
        Assert.All(topics, topic => Assert.Equal(Enumerable.Range(0, topic.Count()).Select(i => (uint)i), topic));
    }

    [Fact]
    public void Nothing_Happening_SendsAStateEvery30Seconds()
    {
        var rig = new VehicleRig(ProtocolVersion.V2);
        rig.Tell(new VehicleInput.Connected());

        Assert.Empty(rig.After(TimeSpan.FromSeconds(29)));
        Assert.Single(rig.After(TimeSpan.FromSeconds(1)));
        Assert.Empty(rig.Tell(new VehicleInput.PoseChanged(StateSamples.Position)));
    }

    [Fact]
    public void Events_WithinTheShortestInterval_GoIntoOneState()
    {
        var rig = new VehicleRig(ProtocolVersion.V3, settings => settings with
        {
            Factsheet = settings.Factsheet with
            {
                ProtocolLimits = settings.Factsheet.ProtocolLimits with
                {
                    Timing = new ProtocolTiming { MinimumOrderInterval = 0, MinimumStateInterval = 0.5 },
                },
            },
        });
        rig.Tell(new VehicleInput.Connected());

        Assert.DoesNotContain(rig.Order(Samples.Line("o", 0, 0, 1, 1)), effect => effect is VehicleEffect.Publish);
        Assert.Empty(rig.Drive(true));
        var state = Assert.IsType<StateMessage>(Assert.IsType<VehicleEffect.Publish>(Assert.Single(rig.After(TimeSpan.FromSeconds(0.5)))).Message);

        Assert.Equal(("o", true), (state.OrderId, state.Driving));
        Assert.Empty(rig.After(TimeSpan.FromSeconds(0.5)));
    }

    [Fact]
    public void Visualization_RefersToTheLastState()
    {
        var rig = new VehicleRig(ProtocolVersion.V3, settings => settings with { VisualizationInterval = TimeSpan.FromSeconds(1) });
        rig.Tell(new VehicleInput.Connected());
        rig.Drive(true);

        var sent = Assert.Single(rig.Tell(new VehicleInput.PoseChanged(StateSamples.Position)).OfType<VehicleEffect.Publish>());

        Assert.Equal(1u, Assert.IsType<VisualizationMessage>(sent.Message).ReferenceStateHeaderId);
        Assert.Empty(rig.Tell(new VehicleInput.PoseChanged(StateSamples.Position)));
    }
}
