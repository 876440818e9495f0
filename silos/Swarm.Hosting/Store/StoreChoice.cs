using System.Diagnostics.CodeAnalysis;
using System.Net;
using StackExchange.Redis;

namespace Swarm.Hosting;

/// <summary>What <c>--store</c> says.</summary>
/// <param name="Server">Of <see cref="StoreKind.Redis"/> alone.</param>
public sealed record StoreChoice(StoreKind Kind, Uri? Server = null)
{
    public static readonly StoreChoice Embedded = new(StoreKind.Embedded);

    private static readonly StoreChoice Memory = new(StoreKind.Memory);

    /// <summary>Reads <c>embedded</c>, <c>memory</c> or <c>redis[s]://[[user]:password@]host[:port][/database]</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out StoreChoice? choice)
    {
        choice = text switch
        {
            "embedded" => Embedded,
            "memory" => Memory,
            _ when Uri.TryCreate(text, UriKind.Absolute, out var server) && IsRedis(server) => new StoreChoice(StoreKind.Redis, server),
            _ => null,
        };
        return choice is not null;
    }

    /// <summary>How to reach <see cref="Server"/>. A server that is down is waited for, not an error.</summary>
    public ConfigurationOptions ToRedisOptions()
    {
        var server = Server ?? throw new InvalidOperationException($"The store {Kind} has no server.");
        var credentials = server.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var path = server.AbsolutePath.Trim('/');
        var options = RedisAt(new DnsEndPoint(server.Host, server.Port < 0 ? 6379 : server.Port));
        options.Ssl = server.Scheme == "rediss";
        options.User = credentials is [{ Length: > 0 } user, _] ? user : null;
        options.Password = credentials is [_, { Length: > 0 } password] ? password : null;
        options.DefaultDatabase = path.Length > 0 ? int.Parse(path, System.Globalization.CultureInfo.InvariantCulture) : null;
        return options;
    }

    public static ConfigurationOptions RedisAt(EndPoint endPoint) => new()
    {
        EndPoints = { endPoint },
        AbortOnConnectFail = false,
        ClientName = "swarm",
    };

    /// <summary>The server without its password.</summary>
    public override string ToString() => Kind switch
    {
        StoreKind.Redis => $"{Server!.Scheme}://{Server.Host}:{(Server.Port < 0 ? 6379 : Server.Port)}{Server.AbsolutePath.TrimEnd('/')}",
        StoreKind.Memory => "memory",
        _ => "embedded",
    };

    private static bool IsRedis(Uri server) =>
        server is { Scheme: "redis" or "rediss", Host.Length: > 0, Query.Length: 0, Fragment.Length: 0 }
        && (server.AbsolutePath is "" or "/" || ushort.TryParse(server.AbsolutePath[1..], out _));
}
