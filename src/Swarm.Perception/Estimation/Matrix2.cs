using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>A 2×2 matrix on the stack, rows (A B) and (C D).</summary>
internal readonly record struct Matrix2(double A, double B, double C, double D)
{
    public static Matrix2 Identity { get; } = new(1, 0, 0, 1);

    public Matrix2 Transposed => new(A, C, B, D);

    public double Determinant => (A * D) - (B * C);

    public Matrix2 Inverse => 1 / Determinant * new Matrix2(D, -B, -C, A);

    /// <summary>The covariance that this is but for rounding.</summary>
    public Covariance2 Covariance => new(A, (B + C) / 2, D);

    public static implicit operator Matrix2(Covariance2 covariance) => new(covariance.XX, covariance.XY, covariance.XY, covariance.YY);

    public static Matrix2 operator +(Matrix2 l, Matrix2 r) => new(l.A + r.A, l.B + r.B, l.C + r.C, l.D + r.D);

    public static Matrix2 operator -(Matrix2 l, Matrix2 r) => new(l.A - r.A, l.B - r.B, l.C - r.C, l.D - r.D);

    public static Matrix2 operator *(double f, Matrix2 m) => new(f * m.A, f * m.B, f * m.C, f * m.D);

    public static Matrix2 operator *(Matrix2 l, Matrix2 r) =>
        new((l.A * r.A) + (l.B * r.C), (l.A * r.B) + (l.B * r.D), (l.C * r.A) + (l.D * r.C), (l.C * r.B) + (l.D * r.D));

    public (double X, double Y) Times(double x, double y) => ((A * x) + (B * y), (C * x) + (D * y));

    /// <summary>M Σ Mᵀ with this as M.</summary>
    public Matrix2 Carry(Matrix2 covariance) => this * covariance * Transposed;
}
