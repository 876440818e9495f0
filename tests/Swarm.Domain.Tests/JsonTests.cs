using System.Text.Json;

namespace Swarm.Domain.Tests;

public sealed class JsonTests
{
    [Fact]
    public void DeviceId_InJson_IsAPlainString()
    {
        Assert.Equal("\"wagon-1\"", JsonSerializer.Serialize(new DeviceId("wagon-1")));
        Assert.Equal(new DeviceId("wagon-1"), JsonSerializer.Deserialize<DeviceId>("\"wagon-1\""));
    }

    [Theory]
    [InlineData("\"a/b\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("7")]
    public void DeviceId_NoIdentifierInJson_IsRefused(string json)
    {
        var thrown = Record.Exception(() => JsonSerializer.Deserialize<DeviceId>(json));
        Assert.True(thrown is JsonException or InvalidOperationException, thrown?.ToString());
    }

    [Fact]
    public void Identifiers_AsKeys_ComeBack()
    {
        var devices = new Dictionary<DeviceId, int> { [new DeviceId("wagon-1")] = 1 };
        var json = JsonSerializer.Serialize(devices);
        Assert.Equal("{\"wagon-1\":1}", json);
        Assert.Equal(devices, JsonSerializer.Deserialize<Dictionary<DeviceId, int>>(json));
        Assert.Equal("{\"yard\":2}", JsonSerializer.Serialize(new Dictionary<SiteId, int> { [new SiteId("yard")] = 2 }));
    }

    [Fact]
    public void TrackId_InJson_IsAPlainString() =>
        Assert.Equal(new TrackId("a-1"), JsonSerializer.Deserialize<TrackId>(JsonSerializer.Serialize(new TrackId("a-1"))));

    [Fact]
    public void ObjectClass_InJson_IsItsName()
    {
        Assert.Equal("\"pedestrian\"", JsonSerializer.Serialize(ObjectClass.Pedestrian));
        Assert.Equal(ObjectClass.Cyclist, JsonSerializer.Deserialize<ObjectClass>("\"cyclist\""));
    }

    [Fact]
    public void Pose_InJson_CarriesNoDerivedValues() =>
        Assert.Equal("{\"X\":1,\"Y\":2,\"Yaw\":3,\"Z\":4}", JsonSerializer.Serialize(new Pose(1, 2, 3, 4)));
}
