namespace Swarm.DeviceAgent;

/// <summary>Allocates at a steady rate on a thread of its own, as a careless neighbour in the same program would.</summary>
internal sealed class GarbageMaker : IDisposable
{
    private const int Size = 10_000;
    private readonly ManualResetEventSlim _ended = new();
    private readonly byte[]?[] _alive = new byte[1000][];
    private readonly Thread _thread;

    /// <param name="bytesPerSecond">Above 0.</param>
    public GarbageMaker(double bytesPerSecond)
    {
        var perMillisecond = bytesPerSecond / 1000 / Size;
        _thread = new(() =>
        {
            var owed = 0.0;
            for (var i = 0; !_ended.Wait(1);)
            {
                for (owed += perMillisecond; owed >= 1; owed--)
                    _alive[i++ % _alive.Length] = new byte[Size];
            }
        }) { IsBackground = true, Name = "garbage" };
        _thread.Start();
    }

    public void Dispose()
    {
        _ended.Set();
        _thread.Join();
        _ended.Dispose();
    }
}
