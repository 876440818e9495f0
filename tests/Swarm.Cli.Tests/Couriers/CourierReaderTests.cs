using Swarm.Domain;
using Swarm.Evaluation;

namespace Swarm.Cli.Tests;

public sealed class CourierReaderTests
{
    private const string Start = "timestamp,x,y,groundtruth\n1964-01-12 00:00:00.000000000,-182.5,89.25,Driving\n";

    [Fact]
    public void Read_ValidLines_GivesTimesFromTheFirstFix()
    {
        var trace = Read(Start + "1964-01-12 00:01:05.007000208,-153,55,OnFoot\n");

        Assert.Equal(
            [
                new CourierFix(TimeSpan.Zero, new Point2(-182.5, 89.25), CourierActivity.Driving),
                new CourierFix(TimeSpan.FromMilliseconds(65_007) + TimeSpan.FromTicks(2), new Point2(-153, 55), CourierActivity.OnFoot),
            ],
            trace.Fixes);
    }

    [Theory]
    [InlineData("1964-01-12 00:00:05.0,1,2", "'timestamp,x,y,groundtruth' expected")]
    [InlineData("yesterday,1,2,OnFoot", "'yesterday' is not a time")]
    [InlineData("1964-01-12 00:00:05.0,NaN,2,OnFoot", "'NaN' is not a finite number of metres")]
    [InlineData("1964-01-12 00:00:05.0,1,2,Flying", "'Flying' is neither OnFoot nor Driving")]
    [InlineData("1964-01-12 00:00:00.0,1,2,OnFoot", "1964-01-12 00:00:00.0 is not later than the fix before it")]
    public void Read_MalformedLine_NamesTheLineAndTheFault(string line, string fault)
    {
        var exception = Assert.Throws<DataException>(() => Read(Start + line));

        Assert.StartsWith($"trace:3: {fault}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OtherHeader_IsRefused() =>
        Assert.StartsWith("trace:1: ", Assert.Throws<DataException>(() => Read("a,b\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_OneFix_IsRefused() => Assert.Throws<DataException>(() => Read(Start));

    private static CourierTrace Read(string text) => CourierReader.Read(new StringReader(text), "trace");
}
