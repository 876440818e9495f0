namespace Swarm.Bridge.Tests;

/// <summary>How long a test waits for what must come: much longer than it ever takes.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static CancellationToken Token
    {
        get
        {
            var limit = new CancellationTokenSource(Limit);
            return CancellationTokenSource.CreateLinkedTokenSource(limit.Token, TestContext.Current.CancellationToken).Token;
        }
    }
}
