using System.Runtime.CompilerServices;

namespace Swarm.Perception;

/// <summary>A symmetric 4×4 matrix on the stack, kept whole, row by row.</summary>
[InlineArray(16)]
internal struct SymmetricMatrix4
{
    private double _first;

    public double this[int row, int column]
    {
        readonly get => this[(4 * row) + column];
        set => this[(4 * row) + column] = this[(4 * column) + row] = value;
    }

    public readonly Vector4 Times(in Vector4 v)
    {
        var product = default(Vector4);
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 4; column++)
                product[row] += this[(4 * row) + column] * v[column];
        }

        return product;
    }
}
