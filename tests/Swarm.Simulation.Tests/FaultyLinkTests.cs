using CsCheck;

namespace Swarm.Simulation.Tests;

public sealed class FaultyLinkTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    [Fact]
    public void Receive_AnyFaults_InOrderAndNotBeforeTheDelay() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 200], Gen.Int[0, 100], Gen.Double[0, 0.9]).Sample((seed, delay, jitter, loss) =>
        {
            var faults = new LinkFaults(
                TimeSpan.FromMilliseconds(delay), TimeSpan.FromMilliseconds(jitter), loss, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1));
            var arrived = Play(faults, seed, mayBeLost: true);

            Assert.Equal(arrived.Select(a => a.Number).Order(), arrived.Select(a => a.Number));
            Assert.All(arrived, a => Assert.True(a.At >= (a.Number * Step) + faults.Delay));
            Assert.Equal(arrived, Play(faults, seed, mayBeLost: true));
        });

    [Fact]
    public void Receive_MessagesThatMustNotBeLost_AllArrive()
    {
        var faults = LinkFaults.Rough with { Loss = 0.5, CutEvery = TimeSpan.FromSeconds(3), CutFor = TimeSpan.FromSeconds(1) };

        Assert.Equal(1000, Play(faults, seed: 1, mayBeLost: false).Count);
    }

    [Fact]
    public void Receive_Loss_AsOftenAsStated()
    {
        var arrived = Play(new(TimeSpan.Zero, TimeSpan.Zero, Loss: 0.2), seed: 2, mayBeLost: true);

        // Four standard deviations of a binomial share.
        Assert.Equal(0.8, arrived.Count / 1000.0, 4 * Math.Sqrt(0.2 * 0.8 / 1000));
    }

    [Fact]
    public void Receive_Cut_NothingSentInItArrives()
    {
        var faults = new LinkFaults(TimeSpan.Zero, TimeSpan.Zero, CutEvery: TimeSpan.FromSeconds(2), CutFor: TimeSpan.FromSeconds(1));
        var numbers = Play(faults, seed: 3, mayBeLost: true).Select(a => a.Number).ToList();

        var gaps = numbers.Zip(numbers.Skip(1), (a, b) => b - a).Where(gap => gap > 1).ToList();
        Assert.InRange(gaps.Count, 2, 4);
        Assert.All(gaps, gap => Assert.Equal(101, gap));
    }

    /// <summary>Sends a message each 10 ms for 10 s.</summary>
    private static List<(int Number, TimeSpan At)> Play(LinkFaults faults, ulong seed, bool mayBeLost)
    {
        var link = new FaultyLink<int>(faults, seed);
        List<(int Number, TimeSpan At)> arrived = [];
        for (var i = 0; i < 3000; i++)
        {
            if (i < 1000)
                link.Send(i, Run.Start + (i * Step), mayBeLost);
            arrived.AddRange(link.Receive(Run.Start + (i * Step)).Select(number => (number, i * Step)));
        }

        return arrived;
    }
}
