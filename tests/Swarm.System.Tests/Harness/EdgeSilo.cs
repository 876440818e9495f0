using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Swarm.SystemTests.Harness;

/// <summary>The edge silo's own program, on ports of its choice.</summary>
internal sealed class EdgeSilo : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private JsonNode? _site;

    private EdgeSilo(string program, string dataFolder, string[] arguments)
    {
        DataFolder = dataFolder;
        _process = Run(program, dataFolder, arguments);
    }

    public string DataFolder { get; }

    public Uri Page => new(Site["page"]!.GetValue<string>());

    public string Broker => Site["broker"]!.GetValue<string>();

    public string Printed => _process.Printed;

    private JsonNode Site => _site ?? throw new InvalidOperationException("The silo does not serve yet.");

    /// <summary>Starts the program and leaves it at that. It is given free ports unless <paramref name="arguments"/> say otherwise.</summary>
    public static ChildProcess Run(string dataFolder, params string[] arguments) => Run(nameof(EdgeSilo), dataFolder, arguments);

    /// <summary>Starts the program and waits until it serves.</summary>
    public static Task<EdgeSilo> StartAsync(string dataFolder, params string[] arguments) => StartAsync(nameof(EdgeSilo), dataFolder, arguments);

    /// <summary>As <see cref="StartAsync(string, string[])"/>, the program of the centre.</summary>
    public static Task<EdgeSilo> StartCentreAsync(string dataFolder, params string[] arguments) => StartAsync("CentralSilo", dataFolder, arguments);

    private static ChildProcess Run(string program, string dataFolder, string[] arguments)
    {
        var assembly = typeof(EdgeSilo).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == program).Value!;
        return new ChildProcess("dotnet", [assembly, "--data", dataFolder, .. WithFreePorts(arguments)], Path.GetTempPath());
    }

    private static async Task<EdgeSilo> StartAsync(string program, string dataFolder, string[] arguments)
    {
        var silo = new EdgeSilo(program, dataFolder, arguments);
        try
        {
            await silo.ServesAsync();
            return silo;
        }
        catch (Exception e)
        {
            await silo.DisposeAsync();
            throw new InvalidOperationException($"The silo does not serve. It printed:\n{silo.Printed}", e);
        }
    }

    public Task<int> InterruptAsync() => _process.InterruptAsync();

    public Task KillAsync() => _process.KillAsync();

    /// <summary>Null while there is no answer, or one that is no success.</summary>
    public async Task<JsonNode?> GetAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(Page, path), cancellation);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonNode>(cancellation) : null;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    public Task<JsonNode> EventuallyAsync(string path, Func<JsonNode, bool> expected, string what) =>
        Eventually.GetAsync(cancellation => GetAsync(path, cancellation), expected, Patience.Change, what);

    /// <summary>Waits until so many devices are online, and returns all that the site knows.</summary>
    public async Task<JsonArray> DevicesOnlineAsync(int count) => (await EventuallyAsync(
        "api/devices",
        devices => devices.AsArray().Count(IsOnline) >= count,
        $"{count} devices are online")).AsArray();

    /// <summary>Waits until so many devices are online that were heard of after <paramref name="moment"/>.</summary>
    public Task DevicesHeardSinceAsync(DateTimeOffset moment, int count) => EventuallyAsync(
        "api/devices",
        devices => devices.AsArray().Count(device => IsOnline(device) && device!["lastSeen"]?.GetValue<DateTimeOffset>() > moment) >= count,
        $"{count} devices are online and were heard of after {moment:HH:mm:ss}");

    /// <summary>Latches a stop of the whole site; its id, or null where the site does not acknowledge it.</summary>
    public async Task<string?> TryStopSiteAsync(string reason)
    {
        using var answer = await _http.PostAsJsonAsync(
            new Uri(Page, "api/stops"), new { scope = new { }, reason }, TestContext.Current.CancellationToken);
        if (answer.StatusCode != HttpStatusCode.Created) return null;
        var stop = await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        return stop!["id"]!.GetValue<string>();
    }

    public async Task<string> StopSiteAsync(string reason)
    {
        var id = await TryStopSiteAsync(reason);
        Assert.NotNull(id);
        return id;
    }

    public Task StopIsLatchedAsync(string id) =>
        EventuallyAsync("api/stops", stops => stops.AsArray().Any(stop => stop!["id"]!.GetValue<string>() == id), $"stop {id} is latched");

    public async ValueTask DisposeAsync()
    {
        // Asked first, so that an embedded store does not outlive the test.
        if (!_process.HasExited) await _process.InterruptAsync();
        await _process.DisposeAsync();
        _http.Dispose();
    }

    private static bool IsOnline(JsonNode? device) => device!["presence"]?.ToString() is "online";

    private static IEnumerable<string> WithFreePorts(string[] arguments)
    {
        string[] ports = ["--http-port", "--mqtt-port"];
        return ports.Where(port => !arguments.Contains(port)).SelectMany(port => new[] { port, "0" }).Concat(arguments);
    }

    private async Task ServesAsync()
    {
        var siteFile = Path.Combine(DataFolder, "site.json");
        await Eventually.HoldsAsync(
            () =>
            {
                Assert.False(_process.HasExited, "It has ended.");
                if (!File.Exists(siteFile)) return false;
                var site = JsonNode.Parse(File.ReadAllText(siteFile))!;
                if (site["processId"]!.GetValue<int>() != _process.Id) return false;
                _site = site;
                return true;
            },
            Patience.Start, "the silo serves");
    }
}
