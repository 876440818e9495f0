namespace Swarm.Inference.Tests;

/// <summary>Small nets and keys to make packages of.</summary>
internal static class TestModels
{
    /// <summary>A net that the reflex takes; the larger <paramref name="caution"/>, the less it allows.</summary>
    public static byte[] Net(float caution = 0.1f, int inputs = ReflexFeatures.Count, float bias = 0.95f) => DenseNetWriter.Write(
        new(
            [
                new(inputs, 8, [.. Enumerable.Range(0, inputs * 8).Select(i => i % 7 / 100f)], [.. Enumerable.Repeat(-0.1f, 8)], Relu: true),
                new(8, 1, [.. Enumerable.Repeat(-caution, 8)], [bias], Relu: false),
            ],
            0,
            1),
        "test",
        []);

    public static ModelPackage Changed(this ModelPackage package, Func<ModelManifest, ModelManifest> change) => package with { Manifest = change(package.Manifest) };

    public static ModelRefusal Refusal(Action action) => Assert.Throws<ModelRefusedException>(action).Reason;
}
