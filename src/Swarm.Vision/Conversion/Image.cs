namespace Swarm.Vision;

/// <summary>
/// A value of rank 4 while a graph is converted. In the ONNX graph its axes are batch, channel, row, column; here its shape is as
/// TensorFlow has it: batch, row, column, channel.
/// </summary>
/// <param name="Name">In the ONNX graph.</param>
/// <param name="Rows">For the input size that the graph was made for; -1 where that is open.</param>
/// <param name="Columns">Likewise.</param>
/// <param name="IsTruth">Of type bool, not float32.</param>
/// <param name="Scale">
/// The value is this times what <paramref name="Name"/> holds: factors wait here until a convolution takes them into its filter, where they
/// cost nothing.
/// </param>
internal sealed record Image(string Name, long Rows, long Columns, long Channels, bool IsTruth = false, float Scale = 1);
