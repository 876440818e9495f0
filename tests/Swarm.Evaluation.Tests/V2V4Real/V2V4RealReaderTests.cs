using Swarm.Domain;

namespace Swarm.Evaluation.Tests;

public sealed class V2V4RealReaderTests
{
    private const string Detection = "7,2,0,0,0,0,0.635764,1.8,2.0,4.6,-40.5,-1.28,36.1,-0.25,0";
    private const string Label = "7 12 Car 0 0 0 0 0 0 0 1.62 1.78 4.35 -8.17 -0.81 -9.38 3.01";

    [Fact]
    public void ReadDetections_ValidLine_TakesFrameScoreAndBox()
    {
        var detection = Assert.Single(ReadDetections(Detection + "\n\n"));

        Assert.Equal(7, detection.Frame);
        Assert.Equal(0.635764, detection.Score);
        Assert.Equal(new RecordedBox(new Position(-40.5, 36.1, -1.28), new Size(4.6, 2.0, 1.8), 0.25), detection.Box);
    }

    [Fact]
    public void ReadLabels_ValidLine_TakesFrameObjectAndBox()
    {
        var label = Assert.Single(ReadLabels(Label));

        Assert.Equal((7, 12), (label.Frame, label.Object));
        Assert.Equal(new RecordedBox(new Position(-8.17, -9.38, -0.81), new Size(4.35, 1.78, 1.62), -3.01), label.Box);
    }

    [Theory]
    [InlineData("7,2,0,0,0,0,0.6,1.8,2.0,4.6,-40.5,-1.28,36.1,-0.25", "15 columns expected")]
    [InlineData("x,2,0,0,0,0,0.6,1.8,2.0,4.6,-40.5,-1.28,36.1,-0.25,0", "frame 'x' is not a whole number")]
    [InlineData("-1,2,0,0,0,0,0.6,1.8,2.0,4.6,-40.5,-1.28,36.1,-0.25,0", "frame '-1' is not a whole number")]
    [InlineData("7,2,0,0,0,0,1.2,1.8,2.0,4.6,-40.5,-1.28,36.1,-0.25,0", "score 1.2 is not within 0 and 1")]
    [InlineData("7,2,0,0,0,0,0.6,1.8,0,4.6,-40.5,-1.28,36.1,-0.25,0", "w 0 is not a positive length")]
    [InlineData("7,2,0,0,0,0,0.6,1.8,2.0,4.6,NaN,-1.28,36.1,-0.25,0", "x 'NaN' is not a finite number")]
    [InlineData("7,2,0,0,0,0,0.6,1.8,2.0,4.6,1e999,-1.28,36.1,-0.25,0", "x '1e999' is not a finite number")]
    public void ReadDetections_MalformedLine_NamesTheLineAndTheFault(string line, string fault)
    {
        var exception = Assert.Throws<DataException>(() => ReadDetections($"{Detection}\n{Detection}\n{line}"));

        Assert.StartsWith($"file:3: {fault}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7 13 Car 0 0 0 0 0 0 0 1.62 1.78 4.35 -8.17 -0.81 -9.38", "17 columns expected")]
    [InlineData("7 a Car 0 0 0 0 0 0 0 1.62 1.78 4.35 -8.17 -0.81 -9.38 3.01", "id 'a' is not a whole number")]
    [InlineData("7 12 Car 0 0 0 0 0 0 0 1.62 1.78 4.35 -8.17 -0.81 -9.38 3.01", "object 12 is labelled twice in frame 7")]
    public void ReadLabels_MalformedLine_NamesTheLineAndTheFault(string line, string fault)
    {
        var exception = Assert.Throws<DataException>(() => ReadLabels($"{Label}\n{line}"));

        Assert.StartsWith($"file:2: {fault}", exception.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<RecordedDetection> ReadDetections(string text) => V2V4RealReader.ReadDetections(new StringReader(text), "file");

    private static IReadOnlyList<RecordedLabel> ReadLabels(string text) => V2V4RealReader.ReadLabels(new StringReader(text), "file");
}
