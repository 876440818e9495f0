namespace Swarm.Vda5050;

/// <summary>Geometry of outlines.</summary>
internal static class Polygons
{
    /// <summary>Beyond this many vertices, comparing each side with each would take too long for a message from outside.</summary>
    public const int LargestChecked = 1000;

    /// <summary>Positive if it goes round counter-clockwise.</summary>
    public static double Area(IReadOnlyList<Vertex> vertices)
    {
        var twice = 0.0;
        for (var i = 0; i < vertices.Count; i++)
        {
            var (a, b) = (vertices[i], vertices[(i + 1) % vertices.Count]);
            twice += (a.X * b.Y) - (b.X * a.Y);
        }

        return twice / 2;
    }

    /// <summary>Whether two sides that are no neighbours have a point in common.</summary>
    public static bool Crosses(IReadOnlyList<Vertex> vertices)
    {
        var count = vertices.Count;
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 2; j < count; j++)
            {
                if ((i > 0 || j < count - 1) && Meet(vertices[i], vertices[i + 1], vertices[j], vertices[(j + 1) % count]))
                    return true;
            }
        }

        return false;
    }

    private static bool Meet(Vertex a, Vertex b, Vertex c, Vertex d)
    {
        var (ac, ad, ca, cb) = (Side(a, b, c), Side(a, b, d), Side(c, d, a), Side(c, d, b));
        if (ac != ad && ca != cb && ac * ad <= 0 && ca * cb <= 0)
            return true;

        return ac == 0 && ad == 0 && (Within(a, b, c) || Within(a, b, d) || Within(c, d, a));
    }

    private static int Side(Vertex a, Vertex b, Vertex c) => Math.Sign(((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X)));

    private static bool Within(Vertex a, Vertex b, Vertex c) =>
        c.X >= Math.Min(a.X, b.X) && c.X <= Math.Max(a.X, b.X) && c.Y >= Math.Min(a.Y, b.Y) && c.Y <= Math.Max(a.Y, b.Y);
}
