using Swarm.Domain;
using Microsoft.Extensions.Time.Testing;

namespace Swarm.Inference.Tests;

/// <summary>A placement over scripted tiers, with a clock that stands still. The local answer to n is n; that of a tier is n + 100.</summary>
internal sealed class PlacementRig
{
    public PlacementRig(PlacementOptions? options, params Func<FakeTimeProvider, ScriptedTier>[] tiers)
    {
        Tiers = [.. tiers.Select(tier => tier(Time))];
        Policy = new PlacementPolicy(
            [.. Tiers.Select((_, index) => Site(index))], new ConfidenceBoundRule(), options ?? new PlacementOptions());
        Placement = new InferencePlacement<int, int>(
            Policy,
            input => new LocalResult<int>(input, new LocalSummary(Confidence, Count, ScoreProfile.Empty), "local@1", 0.5),
            Tiers,
            new AnswerHandling<int>((local, better) => local == better ? 0 : 1, output => output is >= 0 and < 100_000)
            {
                OnLate = Late.Add,
                OnFailure = (_, failure) => Failures.Add(failure),
                OnRefusal = (_, refusal) => Refusals.Add(refusal),
            },
            Time,
            new InlineScheduler());
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public PlacementPolicy Policy { get; }

    public InferencePlacement<int, int> Placement { get; }

    public ScriptedTier[] Tiers { get; }

    public double Confidence { get; set; } = 0.5;

    public int Count { get; set; } = 1;

    public List<LateAnswer<int>> Late { get; } = [];

    public List<Exception> Failures { get; } = [];

    public List<ReplyRefusal> Refusals { get; } = [];

    public static TimeSpan Deadline => TimeSpan.FromMilliseconds(100);

    public static Tier Site(int index) => new(
        (TierKind)(index + 1),
        $"tier {index}",
        [new TierVariant($"model-{index}@1", 1, 0.1, 2, TimeSpan.FromMilliseconds(5))],
        TimeSpan.FromMilliseconds(5),
        1e-6);

    public InferenceRequest Request(long id = 1) => new(id, "numbers", Time.GetUtcNow(), Deadline, 1000);

    public PendingAnswer<int> Begin() => BeginUntil(CancellationToken.None);

    public PendingAnswer<int> BeginUntil(CancellationToken cancellationToken) => Placement.Begin(Request(), 7, cancellationToken);

    public void Advance(double milliseconds) => Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
}
