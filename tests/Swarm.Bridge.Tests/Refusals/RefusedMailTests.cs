using Swarm.Domain;

namespace Swarm.Bridge.Tests;

public sealed class RefusedMailTests
{
    [Fact]
    public void Add_Many_KeepsTheNewestTenAndCountsAll()
    {
        var mail = Mail(0, 25);

        Assert.Equal(25, mail.Count);
        Assert.Equal(Enumerable.Range(15, 10).Reverse().Select(i => $"{i}"), mail.Newest.Select(rejection => rejection.Detail));
    }

    [Fact]
    public void Add_FloodForOneReason_KeepsTheOthers()
    {
        var mail = new RefusedMail();
        mail.Add(new Rejection(default, "detections", "too-large", "lone"));
        for (var i = 0; i < 25; i++)
            mail.Add(new Rejection(default, "state", "malformed-json", $"{i}"));

        Assert.Equal(["24", "23", "22", "21", "20", "19", "18", "17", "16", "lone"], mail.Newest.Select(rejection => rejection.Detail));
    }

    [Fact]
    public void Add_EachForAnotherReason_KeepsTheNewest()
    {
        var mail = new RefusedMail();
        for (var i = 0; i < 12; i++)
            mail.Add(new Rejection(default, "state", $"reason-{i}", $"{i}"));

        Assert.Equal(["11", "10", "9", "8", "7", "6", "5", "4", "3", "2"], mail.Newest.Select(rejection => rejection.Detail));
    }

    [Fact]
    public void AddOlder_AfterNewer_FillsUpBehind()
    {
        var mail = Mail(100, 104);

        mail.AddOlder(Mail(0, 25));

        Assert.Equal(29, mail.Count);
        Assert.Equal(["103", "102", "101", "100", "24", "23", "22", "21", "20", "19"], mail.Newest.Select(rejection => rejection.Detail));
    }

    private static RefusedMail Mail(int from, int to)
    {
        var mail = new RefusedMail();
        for (var i = from; i < to; i++)
            mail.Add(new Rejection(default, "state", "malformed-json", $"{i}"));

        return mail;
    }
}
