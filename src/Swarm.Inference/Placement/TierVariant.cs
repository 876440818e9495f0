using Swarm.Domain;

namespace Swarm.Inference;

/// <summary>One model that a tier can run.</summary>
/// <param name="ModelVersion">Name and version, as in the model catalogue: <c>centernet-768@3.3.6</c>.</param>
/// <param name="Quality">
/// Share of the local answer's losses that this variant's answer puts right, from 0 to 1 (a detector's recall, say). Not above 1.
/// </param>
/// <param name="Cost">Price of one inference, in units of loss: what one would rather lose than pay it. At least 0.</param>
/// <param name="JoulesPerInference">What an inference takes where it runs. Counts against the device for <see cref="TierKind.Device"/> alone.</param>
/// <param name="ServiceTime">Expected time of one inference, believed until it has been measured.</param>
public sealed record TierVariant(string ModelVersion, double Quality, double Cost, double JoulesPerInference, TimeSpan ServiceTime);
