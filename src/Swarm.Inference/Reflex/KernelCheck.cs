namespace Swarm.Inference;

/// <summary>What came of comparing the kernel with ONNX Runtime.</summary>
/// <param name="Compared">False where there is no ONNX Runtime to compare with; <paramref name="Detail"/> says so.</param>
/// <param name="LargestDifference">Over all inputs, as a share of full speed.</param>
/// <param name="Detail">One sentence for whoever starts the device.</param>
public readonly record struct KernelCheck(bool Compared, double LargestDifference, string Detail);
