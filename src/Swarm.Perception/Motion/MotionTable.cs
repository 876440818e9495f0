using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>The motions of all classes, as the settings have them, each made once.</summary>
internal sealed class MotionTable(TrackerOptions options)
{
    private readonly Dictionary<ObjectClass, IMotion> _motions =
        Enum.GetValues<ObjectClass>().ToDictionary(objectClass => objectClass, objectClass => Create(objectClass, options));

    public TrackerOptions Options { get; } = options;

    public IMotion this[ObjectClass objectClass] => _motions[objectClass];

    private static IMotion Create(ObjectClass objectClass, TrackerOptions options)
    {
        var traits = ClassTraits.Of(objectClass);
        var density = options.ManoeuvreScale * traits.ManoeuvreDensity;
        return options.Motions.GetValueOrDefault(objectClass) switch
        {
            MotionKind.ConstantTurn => new TurningMotion(density),
            MotionKind.Wandering => new WanderingMotion(density, options.SpeedScale * traits.VelocityDeviation),
            MotionKind.Interacting => new InteractingMotion(density),
            _ => new StraightMotion(density),
        };
    }
}
