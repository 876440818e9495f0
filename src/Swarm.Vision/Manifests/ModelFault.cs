namespace Swarm.Vision;

/// <summary>What is wrong with a model.</summary>
public enum ModelFault
{
    /// <summary>The manifest is missing, no JSON, or says something impossible.</summary>
    Manifest,

    /// <summary>The ONNX file is missing or cannot be read.</summary>
    File,

    /// <summary>The ONNX file is not the one that the manifest means.</summary>
    Hash,

    /// <summary>ONNX Runtime cannot load or run it.</summary>
    Graph,

    /// <summary>An input or output has another name, type or shape than the manifest says.</summary>
    Shape,

    /// <summary>It answered with something that is not a finite number.</summary>
    NotFinite,

    /// <summary>It answered with a score above 1: its scores are no probabilities, or its outputs are others than the manifest says.</summary>
    Score,
}
