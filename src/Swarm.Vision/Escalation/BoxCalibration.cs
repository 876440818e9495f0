namespace Swarm.Vision;

/// <summary>
/// Corrects the boxes of a small input size by those of a larger one: each edge is moved by c₀ + c₁ · width + c₂ · height, twelve numbers for a camera. A coarse grid
/// draws boxes systematically off, and a box that is a tenth off on each side is already no match at an intersection over union of 0.5.
/// </summary>
/// <remarks>
/// Fitted with the least sum of absolute errors, by iteratively reweighted least squares (Schlossmacher 1973), so that a few wrong pairs do not matter.
/// </remarks>
public sealed class BoxCalibration
{
    private const int Terms = 3;

    /// <summary>Pixels; lengths are divided by these so that all numbers are of a size.</summary>
    private const double Width = 30;
    private const double Height = 70;

    /// <summary>Errors below this many pixels count alike.</summary>
    private const double Fine = 2;
    private const int Iterations = 8;

    /// <summary>Holds the terms of width and height near 0 where pairs are few.</summary>
    private const double Ridge = 1;

    private readonly double[][] _edges;

    private BoxCalibration(double[][] edges) => _edges = edges;

    /// <summary>Leaves boxes as they are.</summary>
    public static BoxCalibration None { get; } = new([new double[Terms], new double[Terms], new double[Terms], new double[Terms]]);

    /// <param name="pairs">A box of the small size, and that of the larger size for the same object.</param>
    public static BoxCalibration Fit(IReadOnlyList<(ImageBox Small, ImageBox Large)> pairs) => pairs.Count < Terms ? None : new(
    [
        Edge(pairs, box => box.Left), Edge(pairs, box => box.Top), Edge(pairs, box => box.Right), Edge(pairs, box => box.Bottom),
    ]);

    /// <summary>For each box that the larger size is sure of, the small size's box that overlaps it most, if by at least 0.3.</summary>
    public static IEnumerable<(ImageBox Small, ImageBox Large)> Pair(IReadOnlyList<DetectedBox> small, IEnumerable<DetectedBox> sure) =>
        from large in sure
        let best = small.Where(box => box.Class == large.Class).MaxBy(box => box.Box.Overlap(large.Box))
        where best is not null && best.Box.Overlap(large.Box) >= 0.3
        select (best.Box, large.Box);

    public DetectedBox Apply(DetectedBox box)
    {
        var terms = TermsOf(box.Box);
        return box with
        {
            Box = new ImageBox(
                box.Box.Left + Dot(_edges[0], terms),
                box.Box.Top + Dot(_edges[1], terms),
                box.Box.Right + Dot(_edges[2], terms),
                box.Box.Bottom + Dot(_edges[3], terms)),
        };
    }

    private static double[] Edge(IReadOnlyList<(ImageBox Small, ImageBox Large)> pairs, Func<ImageBox, double> edge)
    {
        var solution = new double[Terms];
        double[] weights = [.. pairs.Select(_ => 1.0)];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var normal = new double[Terms, Terms + 1];
            for (var term = 1; term < Terms; term++)
                normal[term, term] = Ridge;
            for (var index = 0; index < pairs.Count; index++)
            {
                var terms = TermsOf(pairs[index].Small);
                var wanted = edge(pairs[index].Large) - edge(pairs[index].Small);
                for (var row = 0; row < Terms; row++)
                {
                    for (var column = 0; column < Terms; column++)
                        normal[row, column] += weights[index] * terms[row] * terms[column];
                    normal[row, Terms] += weights[index] * terms[row] * wanted;
                }
            }

            solution = Solve(normal);
            for (var index = 0; index < pairs.Count; index++)
            {
                var error = edge(pairs[index].Large) - edge(pairs[index].Small) - Dot(solution, TermsOf(pairs[index].Small));
                weights[index] = 1 / Math.Max(Fine, Math.Abs(error));
            }
        }

        return solution;
    }

    /// <summary>Gauss and Jordan; the matrix is positive definite, so no row has to be exchanged.</summary>
    private static double[] Solve(double[,] system)
    {
        for (var pivot = 0; pivot < Terms; pivot++)
        {
            for (var row = 0; row < Terms; row++)
            {
                if (row == pivot)
                    continue;
                var factor = system[row, pivot] / system[pivot, pivot];
                for (var column = pivot; column <= Terms; column++)
                    system[row, column] -= factor * system[pivot, column];
            }
        }

        return [.. Enumerable.Range(0, Terms).Select(row => system[row, Terms] / system[row, row])];
    }

    private static double[] TermsOf(ImageBox box) => [1, box.Width / Width, box.Height / Height];

    private static double Dot(double[] left, double[] right) => (left[0] * right[0]) + (left[1] * right[1]) + (left[2] * right[2]);
}
