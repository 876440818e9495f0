namespace Swarm.Perception;

public readonly struct Two : IDimension
{
    public static int Count => 2;
}
