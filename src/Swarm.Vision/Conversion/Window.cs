using Swarm.Inference.Onnx;

namespace Swarm.Vision;

/// <summary>
/// The window that a convolution or a pooling moves over the picture, with TensorFlow's padding. <c>SAME</c> adds, over both sides,
/// max((⌈size / stride⌉ − 1) · stride + reach − size, 0), the odd one after: it depends on the size where the stride is not 1, and is ONNX'
/// <c>SAME_UPPER</c>.
/// </summary>
internal sealed class Window
{
    private readonly long _reachRows;
    private readonly long _reachColumns;
    private readonly long _strideRows;
    private readonly long _strideColumns;
    private readonly bool _same;

    public Window(GraphNode node, long rows, long columns)
    {
        (_strideRows, _strideColumns) = Pair(node, "strides");
        var (dilationRows, dilationColumns) = Pair(node, "dilations");
        _reachRows = ((rows - 1) * dilationRows) + 1;
        _reachColumns = ((columns - 1) * dilationColumns) + 1;
        _same = node.Attributes.Text("padding", "") switch
        {
            "SAME" => true,
            "VALID" => false,
            var other => throw new ConversionException($"node {node.Name} ({node.Operation}): padding {other} is not known; SAME and VALID are"),
        };
        var plain = _strideRows == 1 && _strideColumns == 1;
        if (!plain && (dilationRows, dilationColumns) != (1, 1))
            throw new ConversionException($"node {node.Name} ({node.Operation}): strides and dilations together are not known");
        Attributes =
        [
            OnnxGraph.Attribute("kernel_shape", rows, columns),
            OnnxGraph.Attribute("strides", _strideRows, _strideColumns),
            .. node.Operation == "MaxPool" ? [] : new[] { OnnxGraph.Attribute("dilations", dilationRows, dilationColumns) },
            !_same ? OnnxGraph.Attribute("pads", 0L, 0L, 0L, 0L)
                : plain ? OnnxGraph.Attribute("pads", Before(_reachRows), Before(_reachColumns), After(_reachRows), After(_reachColumns))
                : OnnxGraph.Attribute("auto_pad", "SAME_UPPER"),
        ];
    }

    public IReadOnlyList<AttributeProto> Attributes { get; }

    public long Rows(long rows) => Size(rows, _strideRows, _reachRows);

    public long Columns(long columns) => Size(columns, _strideColumns, _reachColumns);

    private long Size(long size, long stride, long reach) =>
        size < 0 ? size : ((_same ? size : size - reach + 1) + stride - 1) / stride;

    private static long Before(long reach) => (reach - 1) / 2;

    private static long After(long reach) => reach - 1 - Before(reach);

    private static (long Rows, long Columns) Pair(GraphNode node, string name) => node.Attributes.Wholes(name) switch
    {
        [] => (1, 1),
        [1, >= 1 and var rows, >= 1 and var columns, 1] => (rows, columns),
        var other => throw new ConversionException($"node {node.Name} ({node.Operation}): {name} {string.Join(", ", other)} are not known"),
    };
}
