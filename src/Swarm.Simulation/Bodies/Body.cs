using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>Something that moves about the simulated site, as it truly is.</summary>
public abstract class Body
{
    private protected Body(string name, ObjectClass objectClass, Size size, Pose pose)
    {
        (Name, Class, Size, Pose) = (name, objectClass, size, pose);
    }

    public string Name { get; }

    public ObjectClass Class { get; }

    public Size Size { get; }

    /// <summary>Of the middle of the footprint, site frame.</summary>
    public Pose Pose { get; private set; }

    /// <summary>Site frame, metres per second.</summary>
    public Velocity Velocity { get; private set; }

    /// <summary>Radians per second.</summary>
    public double YawRate { get; private set; }

    internal Box Footprint => new(Pose, Size.Length, Size.Width);

    internal double Radius => Math.Max(Size.Length, Size.Width) / 2;

    /// <summary>Whether it is a person on foot.</summary>
    internal bool IsPerson => Class == ObjectClass.Pedestrian;

    internal abstract void Move(World world, double dt);

    /// <summary>Goes to a pose within a step of <paramref name="dt"/> seconds.</summary>
    private protected void MoveTo(Pose pose, double dt)
    {
        Velocity = new((pose.X - Pose.X) / dt, (pose.Y - Pose.Y) / dt);
        YawRate = Angle.Normalize(pose.Yaw - Pose.Yaw) / dt;
        Pose = pose;
    }

    /// <summary>Appears elsewhere, standing.</summary>
    private protected void Appear(Pose pose) => (Pose, Velocity, YawRate) = (pose, default, 0);

    private protected void Stand() => (Velocity, YawRate) = (default, 0);
}
