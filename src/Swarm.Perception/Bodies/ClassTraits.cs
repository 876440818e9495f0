using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>What is assumed of the bodies of a class where nothing is measured.</summary>
/// <param name="ManoeuvreDensity">
/// Spectral density of the acceleration, m²/s³: the square of how much the velocity wanders in a second.
/// </param>
/// <param name="ForecastDensity">
/// The same for seconds ahead, where the body keeps to its way: the filter must follow a sudden step, a forecast must not expect one.
/// </param>
/// <param name="VelocityDeviation">Standard deviation on each axis of the velocity of a body just seen, m/s: about a usual speed.</param>
/// <param name="Size">Of a typical body.</param>
/// <param name="Living">A person, on foot or riding, or an animal: never taken for a device, and goes around what stands.</param>
internal sealed record ClassTraits(double ManoeuvreDensity, double ForecastDensity, double VelocityDeviation, Size Size, bool Living)
{
    private static readonly ClassTraits Unknown = new(0.5, 0.3, 3, new(1, 1, 1.5), Living: false);
    private static readonly ClassTraits Pedestrian = new(0.2, 0.1, 1, new(0.5, 0.5, 1.8), Living: true);
    private static readonly ClassTraits Cyclist = new(0.5, 0.25, 4, new(1.8, 0.6, 1.8), Living: true);
    private static readonly ClassTraits Vehicle = new(1.5, 0.3, 10, new(4.5, 1.8, 1.8), Living: false);
    private static readonly ClassTraits Robot = new(0.3, 0.1, 1.5, new(0.8, 0.6, 1), Living: false);
    private static readonly ClassTraits Animal = new(0.8, 0.5, 2, new(0.8, 0.4, 0.8), Living: true);

    public static ClassTraits Of(ObjectClass objectClass) => objectClass switch
    {
        ObjectClass.Pedestrian => Pedestrian,
        ObjectClass.Cyclist => Cyclist,
        ObjectClass.Vehicle => Vehicle,
        ObjectClass.Robot => Robot,
        ObjectClass.Animal => Animal,
        _ => Unknown,
    };
}
