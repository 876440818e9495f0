using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Swarm.Cli;

/// <summary>The models of a running site, over its HTTP API.</summary>
internal sealed class FleetModels(Uri site) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _client = new() { BaseAddress = site, Timeout = TimeSpan.FromSeconds(30) };

    /// <exception cref="UsageException">It is no address.</exception>
    public static FleetModels At(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var site) && site.Scheme is "http" or "https"
            ? new(site)
            : throw new UsageException($"--url {url}: the address of a site's page expected, such as http://127.0.0.1:8080");

    /// <exception cref="SiteException">The site said no, or is not there.</exception>
    public async Task<IReadOnlyList<FleetModel>> ListAsync(CancellationToken cancellationToken) =>
        (await AskAsync(HttpMethod.Get, "api/models", null, cancellationToken)).Deserialize(FleetModelJson.Default.IReadOnlyListFleetModel)!;

    /// <summary>Adds a signed package.</summary>
    /// <exception cref="SiteException">As <see cref="ListAsync"/>.</exception>
    public Task AddAsync(byte[] package, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Post, "api/models", new ByteArrayContent(package) { Headers = { ContentType = Json } }, cancellationToken);

    /// <param name="devices">None for the whole fleet.</param>
    /// <exception cref="SiteException">As <see cref="ListAsync"/>.</exception>
    public Task RollOutAsync(string name, string version, IReadOnlyList<string> devices, CancellationToken cancellationToken) => AskAsync(
        HttpMethod.Post,
        $"api/models/{Uri.EscapeDataString(name)}/rollout",
        JsonContent.Create(new FleetRollout(version, devices.Count == 0 ? null : devices), FleetModelJson.Default.FleetRollout),
        cancellationToken);

    /// <exception cref="SiteException">As <see cref="ListAsync"/>.</exception>
    public Task RollBackAsync(string name, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Post, $"api/models/{Uri.EscapeDataString(name)}/rollback", null, cancellationToken);

    public void Dispose() => _client.Dispose();

    private async Task<JsonElement> AskAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadFromJsonAsync(FleetModelJson.Default.JsonElement, cancellationToken);
            if (response.IsSuccessStatusCode)
                return answer;
            throw new SiteException(answer.TryGetProperty("detail", out var detail) ? $"the site says: {detail.GetString()}" : $"the site answers {(int)response.StatusCode}");
        }
        catch (Exception failed) when (failed is HttpRequestException or JsonException || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new SiteException($"the site at {site} does not answer: {failed.Message}", failed);
        }
    }
}
