namespace Swarm.Grains.Edge;

[GrainType("model-package")]
internal sealed class ModelPackageGrain([PersistentState("package", EdgeStorage.Name)] IPersistentState<StoredPackage> state) : Grain, IModelPackageGrain
{
    public async Task Put(byte[] package)
    {
        if (state.State.Bytes is { } kept && kept.AsSpan().SequenceEqual(package))
            return;
        var before = state.State;
        state.State = new StoredPackage { Bytes = package };
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            state.State = before;
            throw;
        }
    }

    public Task<byte[]?> Get() => Task.FromResult(state.State.Bytes);
}
