using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>A way through the town that knows which node was passed last and where it crosses roads.</summary>
internal sealed class Journey
{
    private const double PassedWithin = 2.5;
    private const double SameSpot = 0.5;

    private readonly IReadOnlyList<int> _nodes;
    private readonly IReadOnlyList<Point2> _corners;
    private int _next;

    /// <param name="behind">The node that the traveller stands at or has passed last.</param>
    /// <param name="nodes">To visit, the last one being the destination; it must not be where the traveller stands.</param>
    /// <param name="lateral">Metres to the left of the middle of the way.</param>
    /// <param name="radius">Of the turns, metres.</param>
    public Journey(TownPlan town, Point2 from, int behind, IReadOnlyList<int> nodes, double lateral, double radius)
    {
        var graph = town.Ways.Graph;
        var skip = nodes.Count > 1 && from.DistanceTo(graph[nodes[0]]) < SameSpot ? 1 : 0;
        _nodes = [.. nodes.Skip(skip)];
        _corners = Route.Shift([from, .. _nodes.Select(node => graph[node])], lateral);
        Route = Route.Through(_corners, radius);
        Behind = skip == 0 ? behind : nodes[0];
        Crossings = FindCrossings(town, Route);
    }

    public Route Route { get; }

    /// <summary>The node passed last.</summary>
    public int Behind { get; private set; }

    public int Destination => _nodes[^1];

    /// <summary>The node ahead.</summary>
    public int Ahead => _nodes[_next];

    /// <summary>Where the way lies on a crossing, in metres along it, in order.</summary>
    public IReadOnlyList<(double From, double To, Crossing Crossing)> Crossings { get; }

    /// <summary>Keeps <see cref="Behind"/> and <see cref="Ahead"/> right for a traveller who is here now.</summary>
    public void Pass(Point2 here)
    {
        if (_next < _nodes.Count - 1 && here.DistanceTo(_corners[_next + 1]) < PassedWithin)
            Behind = _nodes[_next++];
    }

    private static List<(double From, double To, Crossing Crossing)> FindCrossings(TownPlan town, Route route)
    {
        const double Step = 0.25;
        List<(double From, double To, Crossing Crossing)> found = [];
        for (var s = 0.0; s < route.Length; s += Step)
        {
            var point = route.PointAt(s);
            if (town.Crossings.FirstOrDefault(crossing => crossing.Area.Contains(point)) is not { } here)
                continue;
            if (found.Count > 0 && found[^1].Crossing == here)
                found[^1] = (found[^1].From, s, here);
            else
                found.Add((s, s, here));
        }

        return found;
    }
}
