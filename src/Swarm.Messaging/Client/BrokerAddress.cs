using System.Diagnostics.CodeAnalysis;

namespace Swarm.Messaging;

/// <summary>Where a broker is: <c>mqtt://user:password@host:port</c>, or <c>mqtts</c> for TLS. Ports default to 1883 and 8883.</summary>
public sealed record BrokerAddress(string Host, int Port, bool UseTls = false, string? User = null, string? Password = null)
{
    private const int PlainPort = 1883;
    private const int TlsPort = 8883;

    /// <exception cref="FormatException">The text is no such address.</exception>
    public static BrokerAddress Parse(string text) =>
        TryParse(text, out var address)
            ? address
            : throw new FormatException($"'{text}' is no broker address; write mqtt://host:port or mqtts://user:password@host:port.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out BrokerAddress? address)
    {
        address = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("mqtt" or "mqtts") || uri.Host.Length == 0
            || uri.PathAndQuery is not ("" or "/"))
            return false;

        var tls = uri.Scheme == "mqtts";
        var port = uri.IsDefaultPort || uri.Port < 0 ? (tls ? TlsPort : PlainPort) : uri.Port;
        var credentials = uri.UserInfo.Split(':', 2);
        address = new BrokerAddress(
            uri.DnsSafeHost,
            port,
            tls,
            uri.UserInfo.Length == 0 ? null : Uri.UnescapeDataString(credentials[0]),
            credentials.Length < 2 ? null : Uri.UnescapeDataString(credentials[1]));
        return true;
    }

    /// <summary>The address without the password.</summary>
    public override string ToString() =>
        $"{(UseTls ? "mqtts" : "mqtt")}://{(User is null ? "" : $"{User}@")}{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}";
}
