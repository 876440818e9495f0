using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>Topics of the device protocol: <c>swarm/v1/{site}/{device}/{channel}</c> and <c>swarm/v1/{site}/_site/info</c>.</summary>
public static class Topic
{
    /// <summary>Version 1 of the protocol.</summary>
    public const string Root = "swarm/v1/";

    public static string Of(SiteId site, DeviceId device, Channel channel) => $"{Root}{site.Value}/{device.Value}/{channel.Info().Name}";

    /// <summary>Matches a channel of every device of a site.</summary>
    public static string FilterOf(SiteId site, Channel channel) => $"{Root}{site.Value}/+/{channel.Info().Name}";

    /// <summary>Where <see cref="Domain.SiteInfo"/> is retained. <c>_site</c> is no valid device id, so no device can be called so.</summary>
    public static string SiteInfo(SiteId site) => $"{Root}{site.Value}/_site/info";

    /// <summary>Where the package of a version of a model is retained, once for all devices of a site.</summary>
    public static string Model(SiteId site, string name, string version) => $"{Root}{site.Value}/_site/models/{name}/{version}";

    /// <summary>Takes a device's topic apart without allocating. False where it is not one: wrong root, an invalid name, an unknown channel.</summary>
    public static bool TryParse(ReadOnlySpan<char> topic, out TopicParts parts)
    {
        parts = default;
        if (!TrySplit(topic, out var site, out var device, out var name) || !Channels.TryParse(name, out var channel))
            return false;

        parts = new TopicParts(site, device, channel);
        return true;
    }

    /// <summary>
    /// Takes a topic under a device apart, whatever comes after the device. False where it is not one: wrong root, an invalid name.
    /// </summary>
    /// <param name="rest">A channel's name, or anything else.</param>
    public static bool TrySplit(ReadOnlySpan<char> topic, out ReadOnlySpan<char> site, out ReadOnlySpan<char> device, out ReadOnlySpan<char> rest)
    {
        site = device = rest = default;
        if (!topic.StartsWith(Root, StringComparison.Ordinal))
            return false;

        rest = topic[Root.Length..];
        var first = rest.IndexOf('/');
        if (first < 0)
            return false;

        site = rest[..first];
        rest = rest[(first + 1)..];
        var second = rest.IndexOf('/');
        if (second < 0)
            return false;

        device = rest[..second];
        rest = rest[(second + 1)..];
        return Identifier.IsValid(site) && Identifier.IsValid(device);
    }
}
