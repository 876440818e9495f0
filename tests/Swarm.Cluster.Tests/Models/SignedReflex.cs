using System.Buffers.Binary;
using Google.Protobuf;
using Swarm.Domain;
using Swarm.Inference;
using Swarm.Inference.Onnx;

namespace Swarm.Cluster.Tests;

/// <summary>Packages of the reflex, by a key that the silos and devices of the tests trust.</summary>
internal static class SignedReflex
{
    private static readonly ModelSigner Signer = ModelSigner.Create();

    public static ModelVerifier Verifier { get; } = new(ModelKeys.Of(Signer.PublicPem()));

    /// <summary>The shipped net, made to allow less of full speed.</summary>
    /// <param name="less">Of full speed; not a number for a net that returns none.</param>
    public static ModelPackage Package(string version, float less = 0.05f)
    {
        var model = ModelProto.Parser.ParseFrom(ReflexNet.ShippedBytes());
        var bias = model.Graph.Initializer.Single(tensor => tensor.Dims.Count == 1 && tensor.Dims[0] == 1 && tensor.Name.StartsWith("bias", StringComparison.Ordinal));
        var bytes = bias.RawData.ToByteArray();
        BinaryPrimitives.WriteSingleLittleEndian(bytes, BinaryPrimitives.ReadSingleLittleEndian(bytes) - less);
        bias.RawData = ByteString.CopyFrom(bytes);
        return Signer.Sign(ReflexModels.Name, version, model.ToByteArray());
    }

    public static ModelChoice Choice(this ModelPackage package) => new(package.Manifest.Version, package.Manifest.Sha256);

    /// <summary>Signed by somebody whom nobody trusts.</summary>
    public static ModelPackage OfAStranger(string version)
    {
        using var stranger = ModelSigner.Create();
        return stranger.Sign(ReflexModels.Name, version, ReflexNet.ShippedBytes());
    }
}
