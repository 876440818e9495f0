using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Swarm.Vision;

/// <summary>Loads an ONNX file and compares what it takes and gives with what its manifest says.</summary>
internal static class DetectorSession
{
    /// <exception cref="ModelException">ONNX Runtime refuses the file, or its inputs and outputs are others.</exception>
    public static InferenceSession Open(DetectorManifest manifest, byte[] model)
    {
        InferenceSession session;
        try
        {
            using var options = new SessionOptions
            {
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
                GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            };
            options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            options.AddSessionConfigEntry("session.inter_op.allow_spinning", "0");
            session = new InferenceSession(model, options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelException(ModelFault.Graph, $"{manifest.Model}: {manifest.File} is no ONNX model that runs here: {exception.Message}", exception);
        }

        try
        {
            Check(manifest, session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static void Check(DetectorManifest manifest, InferenceSession session)
    {
        var name = manifest.Input.Name;
        if (session.InputMetadata.Count != 1 || !session.InputMetadata.TryGetValue(name, out var input))
            throw Wrong($"it takes {string.Join(", ", session.InputMetadata.Keys)}; one input {name} is expected");
        var nchw = manifest.Input.Layout == PixelLayout.Nchw;
        if (input.ElementDataType != TensorElementType.Float || input.Dimensions is not [1 or -1, _, _, _] || !HasChannelsAt(input.Dimensions, nchw ? 1 : 3))
        {
            throw Wrong(
                $"input {name} is {input.ElementDataType} {string.Join('×', input.Dimensions)}; Float {(nchw ? "1×3×height×width" : "1×height×width×3")} is expected");
        }

        foreach (var output in OutputDecoder.Of(manifest, new PictureSize(manifest.Sizes[0], manifest.Sizes[0])).Outputs)
        {
            if (!session.OutputMetadata.TryGetValue(output, out var found))
                throw Wrong($"it gives {string.Join(", ", session.OutputMetadata.Keys)}; an output {output} is expected");
            if (found.ElementDataType != TensorElementType.Float)
                throw Wrong($"output {output} is {found.ElementDataType}; Float is expected");
        }

        static bool HasChannelsAt(int[] sizes, int axis) => sizes[axis] == 3 || (sizes[axis] == -1 && sizes[4 - axis] != 3);

        ModelException Wrong(string what) => new(ModelFault.Shape, $"{manifest.Model}: {what}");
    }
}
