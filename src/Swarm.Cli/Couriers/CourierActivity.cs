namespace Swarm.Cli;

internal enum CourierActivity
{
    OnFoot,
    Driving,
}
