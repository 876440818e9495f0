using Swarm.Perception;

namespace Swarm.Benchmarks.Street;

/// <summary>How well everything on the simulated street is tracked; root mean squares over people, cyclists and cars.</summary>
/// <param name="Place">Metres from the truth, of confirmed tracks that somebody sees.</param>
/// <param name="Velocity">Of the same, metres per second.</param>
/// <param name="Ahead">Of the same, metres from where the body is a second later, foretold straight on.</param>
/// <param name="Unseen">Metres from the truth, of tracks that nobody has seen for a second, foretold by their motion.</param>
/// <param name="Swaps">How often a body's track changed its name.</param>
internal sealed record StreetRow(
    MotionKind Motion, AssociationKind Association, int Samples, double Place, double Velocity, double Ahead, int UnseenSamples, double Unseen, int Swaps);
