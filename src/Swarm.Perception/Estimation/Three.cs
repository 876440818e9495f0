namespace Swarm.Perception;

public readonly struct Three : IDimension
{
    public static int Count => 3;
}
