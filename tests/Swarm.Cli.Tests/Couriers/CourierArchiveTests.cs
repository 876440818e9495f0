using Swarm.Evaluation;

namespace Swarm.Cli.Tests;

public sealed class CourierArchiveTests
{
    [Fact]
    public void Choose_MissingFolder_SaysSo() =>
        Assert.Equal(
            "there is no folder /no/such/folder",
            Assert.Throws<DataException>(() => CourierArchive.Choose("/no/such/folder", 1, seed: 1)).Message);

    [Fact]
    public void Choose_FolderWithoutArchive_SaysSo() =>
        Assert.StartsWith(
            "there is no trajectories.zip in ",
            Assert.Throws<DataException>(() => CourierArchive.Choose(AppContext.BaseDirectory, 1, seed: 1)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Choose_SameSeed_DrawsTheSameDistinctTraces()
    {
        var data = RecordedData.Require("couriers");

        var names = Names(CourierArchive.Choose(data, 200, seed: 1));

        Assert.Equal(200, names.Distinct().Count());
        Assert.Equal(names, Names(CourierArchive.Choose(data, 200, seed: 1)));
        Assert.NotEqual(names, Names(CourierArchive.Choose(data, 200, seed: 2)));
    }

    [Fact]
    public void Choose_MoreThanThereAre_SaysHowManyThereAre() =>
        Assert.Contains(
            "holds 805",
            Assert.Throws<DataException>(() => CourierArchive.Choose(RecordedData.Require("couriers"), 1000, seed: 1)).Message,
            StringComparison.Ordinal);

    private static List<string> Names(IReadOnlyList<CourierTrace> traces) => [.. traces.Select(trace => trace.Name)];
}
