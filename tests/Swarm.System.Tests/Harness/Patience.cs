namespace Swarm.SystemTests.Harness;

/// <summary>How long a test waits for what should take a fraction of it, on a machine that runs other tests too. A bound, not a measure.</summary>
internal static class Patience
{
    /// <summary>Of a whole test, in milliseconds.</summary>
    public const int Test = 240_000;

    public static readonly TimeSpan Start = TimeSpan.FromSeconds(90);

    /// <summary>Of compiling a program ahead of time.</summary>
    public const int PublishMilliseconds = 600_000;

    public static readonly TimeSpan Publish = TimeSpan.FromMilliseconds(PublishMilliseconds);

    public static readonly TimeSpan Stop = TimeSpan.FromSeconds(45);

    public static readonly TimeSpan Change = TimeSpan.FromSeconds(60);
}
