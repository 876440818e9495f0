namespace Swarm.Hosting;

/// <summary><c>site.json</c> in the data folder: where a running site is to be found. There once it serves, gone once it has stopped.</summary>
/// <param name="Site">Its name.</param>
/// <param name="ProcessId">Of the silo.</param>
/// <param name="Page">Address of the page and, under <c>api/</c>, of the HTTP API.</param>
/// <param name="Broker">Address of the broker that the site's devices use.</param>
/// <param name="Store">Which store it is, without any password.</param>
public sealed record SiteFile(string Site, int ProcessId, Uri Page, string Broker, string Store);
