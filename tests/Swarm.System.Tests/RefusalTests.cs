using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Swarm.SystemTests.Harness;

namespace Swarm.SystemTests;

/// <summary>What the silo cannot do, it says in one line.</summary>
public sealed class RefusalTests
{
    [Fact(Timeout = Patience.Test)]
    public async Task Start_FolderInUse_RefusesByName()
    {
        using var folder = new TempFolder();
        await using var first = await EdgeSilo.StartAsync(folder["data"], "--store", "memory", "--site", "yard");
        await using var second = EdgeSilo.Run(folder["data"], "--store", "memory");

        var exitCode = await second.WaitForExitAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains($"The data folder {folder["data"]} is in use by another silo (site yard", second.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Printed, StringComparison.Ordinal);
    }

    [Theory(Timeout = Patience.Test)]
    [InlineData("--http-port")]
    [InlineData("--mqtt-port")]
    public async Task Start_PortInUse_RefusesByName(string option)
    {
        using var folder = new TempFolder();
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        await using var silo = EdgeSilo.Run(folder["data"], "--store", "memory", option, port);

        var exitCode = await silo.WaitForExitAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains($"Port {port}", silo.Printed, StringComparison.Ordinal);
        Assert.Contains(option, silo.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", silo.Printed, StringComparison.Ordinal);
    }

    [Theory(Timeout = Patience.Test)]
    [InlineData("--site", "two words")]
    [InlineData("--store", "mysql://127.0.0.1")]
    [InlineData("--mqtt", "127.0.0.1:1883")]
    [InlineData("--mqtt-port", "70000")]
    [InlineData("--origin", "91,0")]
    [InlineData("--cell-size", "-1")]
    [InlineData("--otlp", "nowhere")]
    public async Task Start_BadOption_NamesOptionAndValue(string option, string value)
    {
        using var folder = new TempFolder();
        await using var silo = EdgeSilo.Run(folder["data"], option, value);

        var exitCode = await silo.WaitForExitAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains($"{option} {value}: ", silo.Printed, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }
}
