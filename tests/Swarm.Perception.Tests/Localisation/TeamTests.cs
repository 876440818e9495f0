using Swarm.Domain;

namespace Swarm.Perception.Tests.Localisation;

public sealed class TeamTests
{
    private const int Runs = 20;
    private const int Devices = 4;

    /// <summary>The 0.975 quantile of chi-square with 3 · 80 degrees of freedom, over 80.</summary>
    private const double Upper = 3.56;

    private static readonly LocaliserOptions Options = new() { Odometry = Team.Noise, SightingInterval = TimeSpan.FromSeconds(0.15) };

    [Fact]
    public void Nees_ManyRunsWithMessagesGoingRound_IsNotAboveItsBand()
    {
        var nees = Nees(Options);
        Assert.InRange(nees, 0.5, Upper);
    }

    [Fact]
    public void Nees_OthersTakenForIndependent_IsFarAboveItsBand() =>
        Assert.True(Nees(Options with { OthersAreCorrelated = false }) > 1.3 * Upper);

    [Fact]
    public void Errors_OfWhoKnowsNoMap_StayBounded()
    {
        var team = new Team(5, Devices, Options);
        double[] worst = [0, 0, 0, 0];
        for (var i = 0; i < 60; i++)
        {
            team.Run(5);
            for (var device = 0; device < Devices; device++)
                worst[device] = Math.Max(worst[device], team.Devices[device].At(team.Now)!.Value.Pose.Plane.DistanceTo(team.Truth[device].Plane));
        }

        // Five minutes at 1 m/s: by odometry alone they would be metres off.
        Assert.All(worst, error => Assert.True(error < 1, $"{error} m off"));
    }

    [Fact]
    public void Run_Warm_AllocatesNothing()
    {
        var device = new DeviceLocaliser(new("wagon-1"), Options);
        var other = new DeviceLocaliser(new("wagon-2"), Options);
        var landmark = new Landmark("pole", new(5, 5), Covariance2.Isotropic(0.01));
        device.Locate(Scene.Start, default, PoseCovariance.Diagonal(0.1, 0.1));
        other.Locate(Scene.Start, new(3, 0, 0), PoseCovariance.Diagonal(0.2, 0.1));
        for (var i = 1; i < 200; i++)
            Play(i);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 200; i < 400; i++)
            Play(i);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Play(int i)
        {
            var time = Scene.At(i * 0.1);
            device.Move(new(time, 0, 0));
            other.Move(new(time, 0, 0));
            device.See(new(time - TimeSpan.FromSeconds(0.15), landmark, new(Math.Sqrt(50), Math.PI / 4, 0.2, 0.05)));
            SightingExchange.Apply(new(time, device.Device, other.Device, new(3, 0, 0.2, 0.05)), device, other);
        }
    }

    private static double Nees(LocaliserOptions options)
    {
        var sum = 0.0;
        for (var seed = 0; seed < Runs; seed++)
        {
            var team = new Team(seed, Devices, options);
            team.Run(40);
            sum += team.Nees().Sum();
        }

        return sum / (Runs * Devices);
    }
}
