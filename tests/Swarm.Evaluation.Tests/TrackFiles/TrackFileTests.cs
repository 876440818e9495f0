using CsCheck;

namespace Swarm.Evaluation.Tests;

public sealed class TrackFileTests
{
    private const string Line = "3 12 Car 0 0 -1.6 600 150 700 200 1.5 1.8 4.2 1.25 1.6 20.5 0.1 0.75";

    [Fact]
    public void Read_ValidLine_TakesEveryColumn()
    {
        var tracks = Read(Line);

        Assert.Equal(5, tracks.Frames.Count);
        var box = Assert.Single(tracks.Frames[3]);
        Assert.Equal(new TrackBox(12, new UprightBox(1.5, 1.8, 4.2, 1.25, 1.6, 20.5, 0.1), 0.75, new ImageBox(600, 150, 700, 200)), box);
    }

    [Fact]
    public void Read_OtherType_IsLeftOut() => Assert.Empty(Read(Line.Replace("Car", "Cyclist", StringComparison.Ordinal)).Frames[3]);

    [Theory]
    [InlineData("3 13 Car 0 0 0 0 0 0 0 1.5 1.8 4.2 1 1 20 0.1", "18 columns expected")]
    [InlineData("5 13 Car 0 0 0 0 0 0 0 1.5 1.8 4.2 1 1 20 0.1 0.5", "frame 5 is past the last frame 4 of sequence 0042")]
    [InlineData("x 13 Car 0 0 0 0 0 0 0 1.5 1.8 4.2 1 1 20 0.1 0.5", "frame 'x' is not a whole number")]
    [InlineData("3 -1 Car 0 0 0 0 0 0 0 1.5 1.8 4.2 1 1 20 0.1 0.5", "id '-1' is not a whole number")]
    [InlineData("3 12 Car 0 0 0 0 0 0 0 1.5 1.8 4.2 1 1 20 0.1 0.5", "track 12 is twice in frame 3")]
    [InlineData("3 13 Car 0 0 0 0 0 0 0 1.5 0 4.2 1 1 20 0.1 0.5", "w 0 is not a positive length")]
    [InlineData("3 13 Car 0 0 0 0 0 0 0 1.5 1.8 4.2 1 1 20 0.1 NaN", "score 'NaN' is not a finite number")]
    public void Read_MalformedLine_NamesTheLineAndTheFault(string line, string fault)
    {
        var exception = Assert.Throws<DataException>(() => Read($"{Line}\n{line}"));

        Assert.StartsWith($"file:2: {fault}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameToTheLastDigit() => Gen.Select(
        Gen.Double[0.1, 10], Gen.Double[-100, 100], Gen.Double[-4, 4], Gen.Double[-20, 20]).Array[0, 5].Array[1, 5].Sample(frames =>
    {
        var tracks = new SequenceTracks("0042", [.. frames.Select(frame => (IReadOnlyList<TrackBox>)[.. frame.Select(
            (box, index) => new TrackBox(
                index, new(box.Item1, box.Item1 / 3, box.Item1, box.Item2, box.Item3, box.Item2, box.Item3), box.Item4, new(1, 2, box.Item1, 4)))])]);
        using var text = new StringWriter();

        TrackFile.Write(text, tracks, "Car");

        var read = TrackFile.Read(new StringReader(text.ToString()), "file", "0042", "car", frames.Length);
        Assert.Equal(tracks.Frames, read.Frames);
    });

    [Fact]
    public void Folder_MissingSequence_NamesTheFile()
    {
        var truth = new SequenceTruth("0042", []);

        var exception = Assert.Throws<DataException>(() => TrackFolder.Read(AppContext.BaseDirectory, [truth], "Car"));

        Assert.Contains("no tracks of sequence 0042", exception.Message, StringComparison.Ordinal);
    }

    private static SequenceTracks Read(string text) => TrackFile.Read(new StringReader(text), "file", "0042", "Car", frames: 5);
}
