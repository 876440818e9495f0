namespace Swarm.Vda5050;

/// <summary>How the vehicle is connected.</summary>
public sealed record NetworkInfo
{
    public IReadOnlyList<string>? DnsServers { get; init; }

    public IReadOnlyList<string>? NtpServers { get; init; }

    public string? LocalIpAddress { get; init; }

    public string? Netmask { get; init; }

    public string? DefaultGateway { get; init; }
}
