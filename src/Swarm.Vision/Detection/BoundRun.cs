using Microsoft.ML.OnnxRuntime;

namespace Swarm.Vision;

/// <summary>
/// Input and outputs of a model for pictures of one size, bound once and kept. Not for two threads at once; several of them may share a session.
/// </summary>
internal sealed class BoundRun : IDisposable
{
    private readonly RunOptions _options = new();
    private readonly float[] _input;
    private readonly OrtIoBinding _binding;
    private readonly List<OrtValue> _values = [];
    private readonly InferenceSession _session;
    private readonly FrameScaler _scaler;

    /// <summary>Runs the model on a black picture: to learn the shapes of its outputs, and that they hold numbers.</summary>
    /// <exception cref="ModelException">The model does not take the picture, or answers with what its decoder does not know.</exception>
    /// <param name="size">The longer side of the picture.</param>
    public BoundRun(InferenceSession session, DetectorManifest manifest, int size, PictureSize picture)
    {
        (_session, Picture) = (session, picture);
        _scaler = new FrameScaler(manifest.Input, size, picture);
        _input = new float[3 * picture.Pixels];
        long[] shape = manifest.Input.Layout == PixelLayout.Nchw ? [1, 3, picture.Height, picture.Width] : [1, picture.Height, picture.Width, 3];
        var decoder = OutputDecoder.Of(manifest, picture);
        try
        {
            _binding = session.CreateIoBinding();
            _binding.BindInput(manifest.Input.Name, Keep(OrtValue.CreateTensorValueFromMemory(_input, shape)));
            var outputs = new List<OutputTensor>();
            using (var results = session.Run(_options, [manifest.Input.Name], [_values[0]], decoder.Outputs))
            {
                for (var i = 0; i < decoder.Outputs.Count; i++)
                {
                    var dimensions = results[i].GetTensorTypeAndShape();
                    var numbers = new float[dimensions.ElementCount];
                    outputs.Add(new OutputTensor(decoder.Outputs[i], dimensions.Shape, numbers));
                    _binding.BindOutput(decoder.Outputs[i], Keep(OrtValue.CreateTensorValueFromMemory(numbers, dimensions.Shape)));
                }
            }

            decoder.Bind(outputs);
            session.RunWithBinding(_options, _binding);
            decoder.Decode(new PictureMapping(picture.Width, picture.Height, picture.Width, picture.Height));
        }
        catch (OnnxRuntimeException exception)
        {
            Dispose();
            throw new ModelException(ModelFault.Graph, $"{manifest.Model} does not run on a picture of {picture}: {exception.Message}", exception);
        }
        catch
        {
            Dispose();
            throw;
        }

        Decoder = decoder;
    }

    public PictureSize Picture { get; }

    public OutputDecoder Decoder { get; }

    public PictureMapping Prepare(Frame frame) => _scaler.Scale(frame, _input);

    public void Run() => _session.RunWithBinding(_options, _binding);

    public void Dispose()
    {
        _binding?.Dispose();
        foreach (var value in _values)
            value.Dispose();
        _options.Dispose();
    }

    private OrtValue Keep(OrtValue value)
    {
        _values.Add(value);
        return value;
    }
}
