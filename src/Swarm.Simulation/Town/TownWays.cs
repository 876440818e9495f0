using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>The pavements, alleys and crossings of a <see cref="TownPlan"/> as a graph, with the places on it that mean something.</summary>
internal sealed class TownWays
{
    /// <summary>Middle of the pavement along a road, metres from the middle of that road.</summary>
    public const double Inner = 7.5;

    /// <summary>Middle of the alley through a block.</summary>
    public const double Alley = 51.25;

    /// <summary>Middle of the pavement around the site.</summary>
    public const double Outer = 95;

    /// <summary>Charging bays, one for each wagon.</summary>
    public const int BayCount = 12;

    private const double DoorDepth = 2.1;

    private static readonly double[] Axis = [-Outer, -Alley, -Inner, Inner, Alley, Outer];

    private readonly List<int> _corners = [];
    private readonly List<int> _doors = [];
    private readonly List<int> _bays = [];

    public TownWays(TownPlan plan)
    {
        var grid = new int[Axis.Length, Axis.Length];
        for (var i = 0; i < Axis.Length; i++)
            for (var j = 0; j < Axis.Length; j++)
                _corners.Add(grid[i, j] = Graph.Add(new(Axis[i], Axis[j])));

        for (var j = 0; j < Axis.Length; j++)
        {
            for (var i = 0; i + 1 < Axis.Length; i++)
            {
                // Between the two middle lines is a road: one crosses it only where a crossing is.
                if (i == 2 && j is 0 or 5)
                    continue;
                Lay(plan, grid[i, j], grid[i + 1, j], ring: i != 2 && j is not 1 and not 4);
                Lay(plan, grid[j, i], grid[j, i + 1], ring: i != 2 && j is not 1 and not 4);
            }
        }

        ShuttleWest = SplitBetween(grid[1, 3], new(-42, Inner));
        ShuttleEast = SplitBetween(grid[2, 3], new(-14, Inner));
        LayDepot(grid[1, 1], grid[1, 0]);
    }

    public WalkGraph Graph { get; } = new();

    /// <summary>Where people go.</summary>
    public IReadOnlyList<int> Corners => _corners;

    /// <summary>Where wagons deliver: beside a house, off the way.</summary>
    public IReadOnlyList<int> Doors => _doors;

    public IReadOnlyList<int> Bays => _bays;

    /// <summary>The ends of the way past the row of vans, on the pavement north of the street.</summary>
    public int ShuttleWest { get; }

    /// <inheritdoc cref="ShuttleWest"/>
    public int ShuttleEast { get; }

    private void Lay(TownPlan plan, int a, int b, bool ring)
    {
        Graph.Join(a, b);
        var (from, to) = (Graph[a], Graph[b]);
        var middle = 0.5 * (from + to);
        if (!ring)
            return;

        var along = (to - from).Unit;
        foreach (var inward in new[] { along.Left, -1 * along.Left })
        {
            var wall = middle + ((DoorDepth + 2) * inward);
            if (!plan.Obstacles.Any(obstacle => obstacle.Height > TownPlan.VanHeight && obstacle.Outline.Contains(wall)))
                continue;
            var gate = Graph.Split(a, b, middle);
            var door = Graph.Add(middle + (DoorDepth * inward));
            Graph.Join(gate, door);
            _doors.Add(door);
            return;
        }
    }

    /// <summary>Puts a node at a point on the straight way that leaves a node in its direction.</summary>
    private int SplitBetween(int node, Point2 point)
    {
        var toPoint = (point - Graph[node]).Unit;
        var next = Graph.Neighbours(node).Single(other => (Graph[other] - Graph[node]).Unit.Dot(toPoint) > 0.999);
        return Graph.Split(node, next, point);
    }

    private void LayDepot(int alley, int outer)
    {
        const double LaneY = -70;
        const double BayDepth = 4;
        const double BaySpacing = 3;
        var previous = Graph.Split(alley, outer, new(-Alley, LaneY));
        for (var i = 0; i < BayCount; i++)
        {
            var lane = Graph.Add(new(-46 + (BaySpacing * i), LaneY));
            var bay = Graph.Add(new(Graph[lane].X, LaneY - BayDepth));
            Graph.Join(previous, lane);
            Graph.Join(lane, bay);
            _bays.Add(bay);
            previous = lane;
        }
    }
}
