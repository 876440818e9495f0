namespace Swarm.Cli;

/// <summary>What <c>swarm replay v2v4real --json</c> prints.</summary>
/// <param name="MinScore">Detections less sure were left out.</param>
internal sealed record SharingReport(double MinScore, IReadOnlyList<SharingResult> Sequences)
{
    public SharingResult All => SharingResult.Sum(Sequences);
}
