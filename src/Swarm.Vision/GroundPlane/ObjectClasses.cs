using Swarm.Domain;

namespace Swarm.Vision;

/// <summary>What the names of COCO's categories (Lin et al. 2014) are in the site's words.</summary>
public static class ObjectClasses
{
    /// <returns>Null for what a site does not track: furniture, food, sports balls.</returns>
    public static ObjectClass? Of(string name) => name switch
    {
        "person" => ObjectClass.Pedestrian,
        "bicycle" or "motorcycle" => ObjectClass.Cyclist,
        "car" or "bus" or "truck" or "train" => ObjectClass.Vehicle,
        "bird" or "cat" or "dog" or "horse" or "sheep" or "cow" or "elephant" or "bear" or "zebra" or "giraffe" => ObjectClass.Animal,
        _ => null,
    };
}
