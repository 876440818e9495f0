namespace Swarm.Evaluation.Tests;

public sealed class SequenceMapTests
{
    [Fact]
    public void Read_ValidLines_GiveTheLastFrameOfEach()
    {
        var sequences = SequenceMap.Read(new StringReader("0005 empty 000000 000309\n0003 empty 000000 000197\n"), "seqmap");

        Assert.Equal([new("0003", 197), new("0005", 309)], sequences);
    }

    [Theory]
    [InlineData("0003 empty 000000")]
    [InlineData("0003 empty 000001 000197")]
    [InlineData("0003 empty 000000 many")]
    [InlineData("0005 empty 000000 000197")]
    public void Read_MalformedLine_NamesTheLine(string line)
    {
        var exception = Assert.Throws<DataException>(
            () => SequenceMap.Read(new StringReader($"0005 empty 000000 000309\n{line}"), "seqmap"));

        Assert.StartsWith("seqmap:2: ", exception.Message, StringComparison.Ordinal);
    }
}
