using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Grains.Edge;

/// <summary>
/// Takes where a device is and what it sees to the cells that this concerns. A cell that fails costs that cell the message: it is logged and
/// counted, and the device goes on.
/// </summary>
internal sealed partial class CellRouter(SiteInfo site, IGrainFactory grains, TimeProvider time, EdgeMetrics metrics, ILogger logger)
{
    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(5);

    private readonly SiteGrid _grid = new(site.CellSize);
    private readonly Dictionary<CellId, IPerceptionGrain> _cells = [];
    private CellId? _owner;
    private DateTimeOffset _logged;
    private long _failures;

    public Task RouteAsync(DeviceMotion? motion, IEnumerable<Observation> observations)
    {
        // All are under way at once: a cell gets them in this order, and the slowest cell sets the time.
        var calls = new List<Task>();
        if (motion is not null)
        {
            Move(motion, calls);
        }

        foreach (var (cell, parts) in Divide(observations))
        {
            calls.Add(CallAsync(cell, Cell(cell).Observe(parts)));
        }

        return Task.WhenAll(calls);
    }

    /// <summary>What one call brings to each cell: a device that has sent much at once does not cost a call for each frame.</summary>
    private Dictionary<CellId, List<Observation>> Divide(IEnumerable<Observation> observations)
    {
        var cells = new Dictionary<CellId, List<Observation>>();
        foreach (var observation in observations)
        {
            foreach (var (cell, part) in _grid.Divide(observation))
            {
                if (!cells.TryGetValue(cell, out var parts))
                {
                    cells[cell] = parts = [];
                }

                parts.Add(part);
            }
        }

        return cells;
    }

    private void Move(DeviceMotion motion, List<Task> calls)
    {
        var position = motion.Pose.Plane;
        var before = _owner;
        var owner = before is { } current ? _grid.OwnerOf(position, current) : _grid.CellAt(position);
        _owner = owner;

        calls.Add(CallAsync(owner, Cell(owner).Move(motion, owned: true)));
        var others = _grid.CellsReaching(position).ToHashSet();
        if (before is { } left)
        {
            // Told also when it is too far away to reach here: it must stop speaking for the device.
            others.Add(left);
        }

        others.Remove(owner);
        foreach (var cell in others)
        {
            calls.Add(CallAsync(cell, Cell(cell).Move(motion, owned: false)));
        }

        if (before != owner)
        {
            // Whoever travels far does not drag a reference to every cell along.
            _cells.Clear();
        }
    }

    private IPerceptionGrain Cell(CellId cell)
    {
        if (!_cells.TryGetValue(cell, out var grain))
        {
            _cells[cell] = grain = grains.Perception(site.Site, cell);
        }

        return grain;
    }

    private async Task CallAsync(CellId cell, Task call)
    {
        try
        {
            await call;
        }
        catch (Exception exception)
        {
            metrics.FailedCall("cell");
            _failures++;
            var now = time.GetUtcNow();
            if (now - _logged >= LogEvery)
            {
                _logged = now;
                LogCellFailed(exception, cell, _failures);
                _failures = 0;
            }
        }
    }

    [LoggerMessage(EventId = 2, EventName = "CellFailed", Level = LogLevel.Warning,
        Message = "Cell {Cell} did not take a message; {Count} such failures since this was last said.")]
    private partial void LogCellFailed(Exception exception, CellId cell, long count);
}
