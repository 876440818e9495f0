using Swarm.Device;
using Swarm.Inference;

namespace Swarm.DeviceAgent;

/// <summary>
/// A built-in scene, to try the program without sensors: the machine drives along a corridor, does what its reflex bids, and every ten seconds somebody steps in its
/// way for four.
/// </summary>
internal sealed class SceneRanges(ReflexLoop loop, VerdictBoard board, ITickClock clock, ReflexProfile profile) : IRangeSource
{
    /// <summary>From its middle to a wall, metres.</summary>
    private const double Wall = 1.2;

    private const double Every = 10;
    private const double Lasting = 4;
    private const double Distance = 4;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(10);

    private readonly ManualResetEventSlim _ended = new();
    private double _speed;
    private double _time;
    private double _ahead = Distance;

    public string Description => "ranges: the built-in scene, at 100 Hz";

    public double Speed => Volatile.Read(ref _speed);

    public long Refused => 0;

    public void Run()
    {
        do
        {
            Move(Period.TotalSeconds);
            loop.Post(new(new(Look(), _speed), clock.Now));
        }
        while (!_ended.Wait(Period));
    }

    public void Dispose() => _ended.Set();

    private void Move(double dt)
    {
        var target = board.Latest.Speed;
        Volatile.Write(ref _speed, Math.Max(0, _speed + Math.Clamp(target - _speed, -profile.Braking * dt, profile.Acceleration * dt)));
        _time = (_time + dt) % Every;
        _ahead = _time < Lasting ? _ahead - (_speed * dt) : Distance;
    }

    private SectorRanges Look()
    {
        var ranges = SectorRanges.Clear;
        for (var sector = 0; sector < SectorRanges.Count; sector++)
        {
            // A wall is nearest in a sector where the sector is most to the side.
            var side = Math.Max(Math.Abs(Math.Sin((sector - 0.5) * SectorRanges.Width)), Math.Abs(Math.Sin((sector + 0.5) * SectorRanges.Width)));
            ranges.See(sector, (float)(Wall / side));
        }

        if (_time < Lasting)
            ranges.See(0, (float)Math.Max(0, _ahead));
        return ranges;
    }
}
