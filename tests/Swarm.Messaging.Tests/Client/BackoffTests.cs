using CsCheck;

namespace Swarm.Messaging.Tests;

public sealed class BackoffTests
{
    [Fact]
    public void Next_ManyTimes_DoublesToTheMostWithJitterInTheUpperHalf() =>
        Gen.Int.Sample(seed =>
        {
            var backoff = new Backoff(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(10), new Random(seed));
            foreach (var whole in new[] { 250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000 })
                Assert.InRange(backoff.Next().TotalMilliseconds, whole / 2.0, whole);

            backoff.Reset();
            Assert.InRange(backoff.Next().TotalMilliseconds, 125, 250);
        });
}
