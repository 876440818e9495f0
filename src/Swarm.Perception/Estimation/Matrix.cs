using System.Runtime.CompilerServices;

namespace Swarm.Perception;

/// <summary>A matrix of a size that the compiler knows, up to 4×4, row by row on the stack. A vector is a matrix of one column.</summary>
public struct Matrix<TRows, TColumns>
    where TRows : struct, IDimension
    where TColumns : struct, IDimension
{
    private Elements _items;

    /// <summary>The transpose.</summary>
    public readonly Matrix<TColumns, TRows> Transposed
    {
        get
        {
            var result = default(Matrix<TColumns, TRows>);
            for (var row = 0; row < TRows.Count; row++)
            {
                for (var column = 0; column < TColumns.Count; column++)
                    result[column, row] = this[row, column];
            }

            return result;
        }
    }

    public double this[int row, int column]
    {
        readonly get => _items[(row * TColumns.Count) + column];
        set => _items[(row * TColumns.Count) + column] = value;
    }

    public static Matrix<TRows, TColumns> operator +(in Matrix<TRows, TColumns> left, in Matrix<TRows, TColumns> right)
    {
        var result = default(Matrix<TRows, TColumns>);
        for (var i = 0; i < TRows.Count * TColumns.Count; i++)
            result._items[i] = left._items[i] + right._items[i];
        return result;
    }

    public static Matrix<TRows, TColumns> operator -(in Matrix<TRows, TColumns> left, in Matrix<TRows, TColumns> right) => left + (-1 * right);

    public static Matrix<TRows, TColumns> operator *(double factor, in Matrix<TRows, TColumns> matrix)
    {
        var result = default(Matrix<TRows, TColumns>);
        for (var i = 0; i < TRows.Count * TColumns.Count; i++)
            result._items[i] = factor * matrix._items[i];
        return result;
    }

    public readonly Matrix<TRows, TOther> Times<TOther>(in Matrix<TColumns, TOther> right)
        where TOther : struct, IDimension
    {
        var result = default(Matrix<TRows, TOther>);
        for (var row = 0; row < TRows.Count; row++)
        {
            for (var column = 0; column < TOther.Count; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < TColumns.Count; k++)
                    sum += this[row, k] * right[k, column];
                result[row, column] = sum;
            }
        }

        return result;
    }

    /// <summary>M Σ Mᵀ with this as M; symmetric to the last bit.</summary>
    public readonly Matrix<TRows, TRows> Carry(in Matrix<TColumns, TColumns> covariance)
    {
        var half = Times(covariance);
        var result = default(Matrix<TRows, TRows>);
        for (var row = 0; row < TRows.Count; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < TColumns.Count; k++)
                    sum += half[row, k] * this[column, k];
                result[row, column] = result[column, row] = sum;
            }
        }

        return result;
    }

    [InlineArray(16)]
    private struct Elements
    {
        private double _first;
    }
}
