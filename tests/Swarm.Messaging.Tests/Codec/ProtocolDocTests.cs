using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Swarm.Domain;

namespace Swarm.Messaging.Tests;

/// <summary>Holds <c>docs/protocol.md</c> to what the code does.</summary>
public sealed partial class ProtocolDocTests
{
    private static readonly DeviceId Device = new("wagon-7");
    private static readonly string Doc = File.ReadAllText(Path.Combine(Root(), "docs", "protocol.md"));

    public static TheoryData<Channel> AllChannels => [.. Enum.GetValues<Channel>()];

    [Theory]
    [MemberData(nameof(AllChannels))]
    public void Examples_OfTheChannel_AreTaken(Channel channel)
    {
        var examples = Examples(channel.Info().Name);

        Assert.NotEmpty(examples);
        Assert.All(examples, example =>
        {
            var payload = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(example));
            Refusal? refusal;
            var taken = channel.Info().IsUplink
                ? ProtocolCodec.TryDecodeUplink(Device, channel, payload, Generate.Now, out _, out refusal)
                : ProtocolCodec.TryDecodeDownlink(channel, payload, out _, out refusal);
            Assert.True(taken, refusal?.ToString());
        });
    }

    [Fact]
    public void Examples_OfTheSite_AreTaken()
    {
        var example = Assert.Single(Examples("_site/info"));

        Assert.True(ProtocolCodec.TryDecodeSiteInfo(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(example)), out var info, out var refusal), refusal?.ToString());
        Assert.Equal(1, info.ProtocolVersion);
    }

    [Theory]
    [MemberData(nameof(AllChannels))]
    public void Table_OfTheChannel_SaysHowItIsSent(Channel channel)
    {
        var info = channel.Info();

        Assert.Contains(
            $"| `{info.Name}` | {(info.IsUplink ? "up" : "down")} | {(int)info.Qos} | {(info.Retained ? "yes" : "no")} |", Doc, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OfReasons_HasEach() =>
        Assert.All(RefusalReason.All, reason => Assert.Contains($"| `{reason}` |", Doc, StringComparison.Ordinal));

    /// <summary>The JSON texts between a channel's heading and the next heading.</summary>
    private static List<string> Examples(string heading)
    {
        var start = Doc.IndexOf($"\n### `{heading}`\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/protocol.md has no section on {heading}");
        var end = Doc.IndexOf("\n## ", start, StringComparison.Ordinal);
        var next = Doc.IndexOf("\n### ", start + 1, StringComparison.Ordinal);
        end = next >= 0 && next < end ? next : end;
        return [.. JsonBlock().Matches(Doc[start..end]).Select(match => match.Groups[1].Value)];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Swarm.sln")))
            folder = folder.Parent;

        return folder?.FullName ?? throw new DirectoryNotFoundException("not in a working copy of the repository");
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
