using Swarm.Domain;

namespace Swarm.Device.Tests;

public sealed class AskBookTests
{
    private readonly List<InferenceAsk> _posted = [];
    private readonly AskBook _book;

    public AskBookTests() => _book = new AskBook(message => _posted.Add((InferenceAsk)message));

    [Fact]
    public async Task AskAsync_Answered_GivesTheAnswer()
    {
        var asking = _book.AskAsync(Ask("a"), CancellationToken.None);

        Assert.True(_book.Take(Answer("a")));

        Assert.Equal("a", (await asking).Id);
        Assert.Equal("a", Assert.Single(_posted).Id);
    }

    [Fact]
    public async Task AskAsync_GivenUp_TellsTheTier()
    {
        using var giveUp = new CancellationTokenSource();
        var asking = _book.AskAsync(Ask("a"), giveUp.Token);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        Assert.Equal([false, true], _posted.Select(ask => ask.Cancel));
        Assert.All(_posted, ask => Assert.Equal("a", ask.Id));
        Assert.False(_book.Take(Answer("a")));
        Assert.Equal(1, _book.Strays);
    }

    [Fact]
    public async Task Take_TwiceOrForAnother_IsAStray()
    {
        var asking = _book.AskAsync(Ask("a"), CancellationToken.None);

        Assert.False(_book.Take(Answer("b")));
        Assert.True(_book.Take(Answer("a")));
        Assert.False(_book.Take(Answer("a")));

        await asking;
        Assert.Equal(2, _book.Strays);
    }

    [Fact]
    public async Task AskAsync_IdInUse_IsRefused()
    {
        var asking = _book.AskAsync(Ask("a"), CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _book.AskAsync(Ask("a"), CancellationToken.None));

        Assert.True(_book.Take(Answer("a")));
        await asking;
    }

    private static InferenceAsk Ask(string id) => new(id, "objects", 0.3, new byte[] { 1 });

    private static InferenceAnswer Answer(string id) => new(id, AskOutcome.Answered, TierKind.Site, DateTimeOffset.UnixEpoch, []);
}
