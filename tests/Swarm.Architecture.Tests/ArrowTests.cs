using System.Reflection;

namespace Swarm.Architecture.Tests;

/// <summary>Arrows point one way: see the house in docs/architecture.md.</summary>
public sealed class ArrowTests
{
    /// <summary>Rooms from the ground up: a project references rooms below its own, or beside it where that is listed in <see cref="Beside"/>.</summary>
    private static readonly string[][] Floors =
    [
        ["Swarm.Domain"],
        ["Swarm.Perception", "Swarm.Inference", "Swarm.Vda5050", "Swarm.Grains.Contracts"],
        ["Swarm.Evaluation", "Swarm.Vision", "Swarm.Messaging", "Swarm.Device", "Swarm.Simulation", "Swarm.Grains.Edge", "Swarm.Grains.Central"],
        ["Swarm.Bridge", "Swarm.Console", "Swarm.DeviceAgent"],
        ["Swarm.Hosting"],
        ["Swarm.EdgeSilo", "Swarm.CentralSilo", "Swarm.Gateway", "Swarm.Cli"],
    ];

    private static readonly HashSet<(string From, string To)> Beside =
    [
        ("Swarm.Device", "Swarm.Messaging"),
        ("Swarm.Grains.Edge", "Swarm.Vision"),
        ("Swarm.Simulation", "Swarm.Device"),
        ("Swarm.Simulation", "Swarm.Vision"),
        ("Swarm.Simulation", "Swarm.Messaging"),
    ];

    private static readonly string[] Pure = ["Swarm.Domain", "Swarm.Perception", "Swarm.Evaluation", "Swarm.Inference", "Swarm.Vda5050"];

    private static readonly string[] Network = ["MQTTnet", "Microsoft.AspNetCore", "StackExchange.Redis", "System.Net.Sockets", "System.Net.Http"];

    public static TheoryData<string> Shipped => [.. Sources.Projects.Keys];

    public static TheoryData<string> ShippedAndPure => [.. Sources.Projects.Keys.Intersect(Pure)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void References_EachProject_PointDown(string project)
    {
        var floor = FloorOf(project);

        Assert.All(Sources.Projects[project].Projects, reference => Assert.True(
            FloorOf(reference) < floor || Beside.Contains((project, reference)), $"{project} must not reference {reference}."));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void References_ProgramsAndSilos_NobodyBuildsOnThem(string project)
    {
        string[] programs = ["Swarm.DeviceAgent", "Swarm.Cli", "Swarm.EdgeSilo", "Swarm.CentralSilo", "Swarm.Gateway"];

        Assert.Empty(Sources.Projects[project].Projects.Intersect(programs));
    }

    [Theory]
    [MemberData(nameof(ShippedAndPure))]
    public void Packages_PureProject_OnlyWhatItIsFor(string project)
    {
        string[] allowed = project switch
        {
            "Swarm.Domain" => ["Microsoft.Orleans.Sdk"],
            "Swarm.Inference" => ["Microsoft.ML.OnnxRuntime", "Google.Protobuf", "Grpc.Tools"],
            _ => ["Google.OrTools"],
        };

        Assert.Empty(Sources.Projects[project].Packages.Except(allowed));
    }

    [Theory]
    [MemberData(nameof(ShippedAndPure))]
    public void Assembly_PureProject_CallsNoNetwork(string project)
    {
        var references = Assembly.Load(project).GetReferencedAssemblies().Select(reference => reference.Name!).ToArray();

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, reference => Network.Any(network => reference.StartsWith(network, StringComparison.Ordinal)));
        if (project != "Swarm.Domain")
            Assert.DoesNotContain(references, reference => reference.StartsWith("Orleans.", StringComparison.Ordinal) && !IsSerialization(reference));
    }

    [Fact]
    public void Assembly_Device_DoesNotNeedOrleansRuntime() => Assert.All(
        new[] { "Swarm.Messaging", "Swarm.Device", "Swarm.Simulation" },
        project => Assert.DoesNotContain(
            Assembly.Load(project).GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith("Orleans.", StringComparison.Ordinal) && !IsSerialization(reference.Name)));

    [Fact]
    public void Packages_BridgeAndConsole_NeedNoSilo() => Assert.All(
        new[] { "Swarm.Bridge", "Swarm.Console" },
        project => Assert.DoesNotContain("Microsoft.Orleans.Server", Sources.Projects[project].Packages));

    /// <summary>Records of the domain carry Orleans' serialization attributes wherever they are used.</summary>
    private static bool IsSerialization(string assembly) => assembly.StartsWith("Orleans.Serialization", StringComparison.Ordinal);

    private static int FloorOf(string project)
    {
        var floor = Array.FindIndex(Floors, rooms => rooms.Contains(project));
        Assert.True(floor >= 0, $"{project} is no room of the house: add it to {nameof(Floors)}, and to docs/architecture.md.");
        return floor;
    }
}
