using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Storage;

namespace Swarm.Cluster.Tests;

/// <summary>A store that outlives the silos: what it holds is bytes, as in a real one, and it can be told to fail or to wait.</summary>
internal sealed class MemoryStore
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new();
    private volatile string? _failing;
    private volatile HungWrite? _hung;
    private int _writes;

    public int Writes => Volatile.Read(ref _writes);

    public int WritesOf(string key) => _entries.Where(entry => entry.Key.Contains(key, StringComparison.Ordinal)).Sum(entry => entry.Value.Version);

    /// <summary>Until this is disposed of, what has <paramref name="part"/> in its key (<c>state:grain/key</c>) cannot be written.</summary>
    public IDisposable Fail(string part)
    {
        _failing = part;
        return new Failure(this);
    }

    /// <summary>Until it is let go, a write of what has <paramref name="part"/> in its key does not return.</summary>
    public HungWrite Hang(string part) => _hung = new HungWrite(part);

    public IGrainStorage For(IGrainStorageSerializer serializer) => new Storage(this, serializer);

    private sealed class Failure(MemoryStore store) : IDisposable
    {
        public void Dispose() => store._failing = null;
    }

    private sealed record Entry(BinaryData? Data, int Version);

    private sealed class Storage(MemoryStore store, IGrainStorageSerializer serializer) : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            if (store._entries.TryGetValue(Key(stateName, grainId), out var entry) && entry.Data is { } data)
            {
                grainState.State = serializer.Deserialize<T>(data);
                grainState.ETag = Tag(entry);
                grainState.RecordExists = true;
            }

            return Task.CompletedTask;
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            Put(stateName, grainId, grainState, serializer.Serialize(grainState.State));

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Put(stateName, grainId, grainState, null);

        private static string Key(string stateName, GrainId grainId) => $"{stateName}:{grainId}";

        private static string Tag(Entry entry) => entry.Version.ToString(CultureInfo.InvariantCulture);

        private async Task Put<T>(string stateName, GrainId grainId, IGrainState<T> grainState, BinaryData? data)
        {
            var key = Key(stateName, grainId);
            if (store._hung is { } hung)
            {
                await hung.PassAsync(key);
            }

            if (store._failing is { } part && key.Contains(part, StringComparison.Ordinal))
            {
                throw new IOException($"The store refuses {key}.");
            }

            Interlocked.Increment(ref store._writes);
            var entry = store._entries.AddOrUpdate(
                key,
                _ => new Entry(data, 1),
                (_, before) => grainState.ETag is null && before.Data is null || grainState.ETag == Tag(before)
                    ? new Entry(data, before.Version + 1)
                    : throw new InconsistentStateException($"{key} was written by another.", Tag(before), grainState.ETag));
            grainState.ETag = data is null ? null : Tag(entry);
            grainState.RecordExists = data is not null;
        }
    }
}
