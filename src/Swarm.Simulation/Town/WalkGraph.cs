using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>Where one can walk or roll: nodes in the site frame and the straight ways between them.</summary>
internal sealed class WalkGraph
{
    private readonly List<Point2> _nodes = [];
    private readonly List<List<int>> _next = [];

    public Point2 this[int node] => _nodes[node];

    public IReadOnlyList<int> Neighbours(int node) => _next[node];

    public int Add(Point2 point)
    {
        _nodes.Add(point);
        _next.Add([]);
        return _nodes.Count - 1;
    }

    public void Join(int a, int b)
    {
        _next[a].Add(b);
        _next[b].Add(a);
    }

    /// <summary>Puts a node on the way between two neighbours.</summary>
    public int Split(int a, int b, Point2 point)
    {
        if (!_next[a].Remove(b) || !_next[b].Remove(a))
            throw new ArgumentException($"Nodes {a} and {b} are not neighbours.");
        var node = Add(point);
        Join(a, node);
        Join(node, b);
        return node;
    }

    /// <summary>The shortest way, both ends included (Dijkstra).</summary>
    public IReadOnlyList<int> Path(int from, int to)
    {
        var distance = new double[_nodes.Count];
        var before = new int[_nodes.Count];
        Array.Fill(distance, double.PositiveInfinity);
        distance[from] = 0;
        PriorityQueue<int, (double Distance, int Node)> open = new([(from, (0, from))]);
        while (open.TryDequeue(out var node, out var priority) && node != to)
        {
            if (priority.Distance > distance[node])
                continue;
            foreach (var next in _next[node])
            {
                var through = distance[node] + _nodes[node].DistanceTo(_nodes[next]);
                if (through >= distance[next])
                    continue;
                (distance[next], before[next]) = (through, node);
                open.Enqueue(next, (through, next));
            }
        }

        if (double.IsInfinity(distance[to]))
            throw new ArgumentException($"No way leads from node {from} to node {to}.");
        List<int> path = [to];
        while (path[^1] != from)
            path.Add(before[path[^1]]);
        path.Reverse();
        return path;
    }
}
