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
    private readonly CellDirectory _cells = new(grains, site.Site);
    private readonly List<CellMail> _mail = [];
    private CellId? _owner;
    private DateTimeOffset _logged;
    private long _failures;

    /// <summary>One call for each cell, whatever the device has sent at once.</summary>
    /// <param name="motion">Null where the device has not said anew where it is.</param>
    public Task RouteAsync(DeviceMotion? motion, IReadOnlyList<Observation> observations)
    {
        _mail.Clear();
        if (motion is not null)
        {
            Move(motion.Pose.Plane);
        }

        foreach (var observation in observations)
        {
            foreach (var (cell, part) in _grid.Divide(observation))
            {
                MailTo(cell).Observations.Add(part);
            }
        }

        // All are under way at once: the slowest cell sets the time.
        var calls = new Task[_mail.Count];
        for (var i = 0; i < calls.Length; i++)
        {
            var mail = _mail[i];
            calls[i] = CallAsync(mail.Cell, _cells[mail.Cell].Take(mail.IsMoved ? motion : null, mail.Cell == _owner, mail.Observations));
        }

        return Task.WhenAll(calls);
    }

    private void Move(Point2 position)
    {
        var before = _owner;
        var owner = before is { } current ? _grid.OwnerOf(position, current) : _grid.CellAt(position);
        _owner = owner;
        if (before != owner)
        {
            // Whoever travels far does not drag a reference to every cell along.
            _cells.Clear();
        }

        MailTo(owner).IsMoved = true;
        if (before is { } left)
        {
            // Told also when it is too far away to reach here: it must stop speaking for the device.
            MailTo(left).IsMoved = true;
        }

        foreach (var reached in _grid.CellsReaching(position))
        {
            MailTo(reached).IsMoved = true;
        }
    }

    private CellMail MailTo(CellId cell)
    {
        foreach (var mail in _mail)
        {
            if (mail.Cell == cell)
            {
                return mail;
            }
        }

        var fresh = new CellMail(cell);
        _mail.Add(fresh);
        return fresh;
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

    /// <summary>What one call brings to a cell.</summary>
    private sealed class CellMail(CellId cell)
    {
        public CellId Cell { get; } = cell;

        /// <summary>The cell is told where the device is.</summary>
        public bool IsMoved { get; set; }

        public List<Observation> Observations { get; } = [];
    }
}
