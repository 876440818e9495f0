using System.Runtime.CompilerServices;

namespace Swarm.Perception;

/// <summary>Four numbers on the stack.</summary>
[InlineArray(4)]
internal struct Vector4
{
    private double _first;

    public static Vector4 Of(double a, double b, double c, double d)
    {
        var vector = default(Vector4);
        (vector[0], vector[1], vector[2], vector[3]) = (a, b, c, d);
        return vector;
    }
}
