namespace Swarm.Perception;

public readonly struct One : IDimension
{
    public static int Count => 1;
}
