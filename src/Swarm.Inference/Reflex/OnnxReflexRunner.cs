using Microsoft.ML.OnnxRuntime;

namespace Swarm.Inference;

/// <summary>The same net in ONNX Runtime, which the kernel is measured by: one thread, buffers bound once and kept. Not thread-safe.</summary>
internal sealed class OnnxReflexRunner : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();
    private readonly float[] _input;
    private readonly float[] _output = new float[1];
    private readonly OrtValue _inputValue;
    private readonly OrtValue _outputValue;

    /// <exception cref="OnnxRuntimeException">ONNX Runtime does not take the model.</exception>
    /// <exception cref="DllNotFoundException">The library is not there; or <see cref="TypeInitializationException"/> with it inside.</exception>
    public OnnxReflexRunner(byte[] onnx, int inputs)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        _session = new InferenceSession(onnx, options);
        _input = new float[inputs];
        _inputValue = OrtValue.CreateTensorValueFromMemory(_input, [1, inputs]);
        _outputValue = OrtValue.CreateTensorValueFromMemory(_output, [1, 1]);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(_session.InputNames[0], _inputValue);
        _binding.BindOutput(_session.OutputNames[0], _outputValue);
    }

    public float Evaluate(ReadOnlySpan<float> features)
    {
        features.CopyTo(_input);
        _session.RunWithBinding(_options, _binding);
        return _output[0];
    }

    public void Dispose()
    {
        _binding.Dispose();
        _inputValue.Dispose();
        _outputValue.Dispose();
        _options.Dispose();
        _session.Dispose();
    }
}
