namespace Swarm.Evaluation.Tests;

public sealed class V2V4RealDirectoryTests
{
    [Fact]
    public void Open_MissingFolder_SaysSo()
    {
        var exception = Assert.Throws<DataException>(() => V2V4RealDirectory.Open("/no/such/folder", "val"));

        Assert.Equal("there is no folder /no/such/folder", exception.Message);
    }

    [Fact]
    public void Open_FolderWithoutRecording_SaysWhatIsMissing()
    {
        var exception = Assert.Throws<DataException>(() => V2V4RealDirectory.Open(AppContext.BaseDirectory, "val"));

        Assert.StartsWith("no seqmap.txt in ", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The data set has 812 frames and 13,305 boxes; 741 of those within 2 m of the origin are the first car itself.</summary>
    [Fact]
    public void Load_RealRecording_HasTheCountsOfItsDescription()
    {
        var directory = V2V4RealDirectory.Open(RecordedData.Require("v2v4real"), "val");

        var recordings = directory.Sequences.Select(directory.Load).ToList();

        Assert.Equal(["0003", "0005", "0006"], directory.Sequences);
        Assert.Equal(812, recordings.Sum(recording => recording.Frames.Count));
        Assert.Equal(13_305 - 741, recordings.Sum(recording => recording.Frames.Sum(frame => frame.Labels.Count)));
    }

    [Fact]
    public void Load_UnknownSequence_ListsTheOnesThere()
    {
        var directory = V2V4RealDirectory.Open(RecordedData.Require("v2v4real"), "val");

        var exception = Assert.Throws<DataException>(() => directory.Load("0042"));

        Assert.EndsWith("there are 0003, 0005, 0006", exception.Message, StringComparison.Ordinal);
    }
}
