namespace Swarm.Vda5050;

/// <summary>What an error or an information is about, such as <c>orderId</c> and its value.</summary>
public sealed record Reference
{
    public required string ReferenceKey { get; init; }

    public required string ReferenceValue { get; init; }

    public static Reference To(string key, string value) => new() { ReferenceKey = key, ReferenceValue = value };
}
