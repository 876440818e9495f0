namespace Swarm.Perception;

/// <summary>A number of rows or columns that the compiler knows, from 1 to 4.</summary>
public interface IDimension
{
    static abstract int Count { get; }
}
