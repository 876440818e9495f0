namespace Swarm.Perception;

public readonly struct Four : IDimension
{
    public static int Count => 4;
}
