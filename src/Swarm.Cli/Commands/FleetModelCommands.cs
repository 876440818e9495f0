using System.CommandLine;
using Swarm.Inference;

namespace Swarm.Cli;

/// <summary><c>swarm models status</c>, <c>rollout</c> and <c>rollback</c>: the models of a running site.</summary>
internal static class FleetModelCommands
{
    public static IEnumerable<Command> Create() => [Status(), RollOut(), RollBack()];

    private static Command Status()
    {
        var url = Url();
        var command = new Command("status", "Says which versions a site keeps, which its devices are to run, and which they do.") { url };
        command.SetAction(async (result, cancellationToken) =>
        {
            using var fleet = FleetModels.At(result.GetRequiredValue(url));
            new Screen(result.InvocationConfiguration).Write(FleetTable.Of(await fleet.ListAsync(cancellationToken)));
            return ExitCode.Success;
        });
        return command;
    }

    private static Command RollOut()
    {
        var (url, name) = (Url(), Name());
        var version = new Argument<string>("VERSION") { Description = $"One that the site keeps, or {ModelPackage.Shipped}." };
        var package = new Option<string?>("--package") { Description = "Add this signed package to the site first.", HelpName = "FILE" };
        var devices = new Option<string[]>("--device") { Description = "Only this device, before the others; may be given more than once.", HelpName = "ID" };
        var command = new Command("rollout", "Has a site's fleet, or some of its devices first, run a version of a model.") { name, version, url, package, devices };
        command.SetAction(async (result, cancellationToken) =>
        {
            using var fleet = FleetModels.At(result.GetRequiredValue(url));
            if (result.GetValue(package) is { } file)
                await fleet.AddAsync(ModelFiles.ReadPackage(file).Write(), cancellationToken);
            var only = result.GetValue(devices) ?? [];
            await fleet.RollOutAsync(result.GetRequiredValue(name), result.GetRequiredValue(version), only, cancellationToken);
            await result.InvocationConfiguration.Output.WriteLineAsync(
                $"{(only.Length == 0 ? "the fleet is" : $"{only.Length} devices are")} to run {result.GetValue(name)} {result.GetValue(version)}; swarm models status says who does");
            return ExitCode.Success;
        });
        return command;
    }

    private static Command RollBack()
    {
        var (url, name) = (Url(), Name());
        var command = new Command("rollback", "Takes the last rollout of a model back, for the whole fleet at once.") { name, url };
        command.SetAction(async (result, cancellationToken) =>
        {
            using var fleet = FleetModels.At(result.GetRequiredValue(url));
            await fleet.RollBackAsync(result.GetRequiredValue(name), cancellationToken);
            var model = (await fleet.ListAsync(cancellationToken)).Single(model => model.Name == result.GetValue(name));
            await result.InvocationConfiguration.Output.WriteLineAsync($"the fleet is to run {model.Name} {model.Fleet} again");
            return ExitCode.Success;
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "Which model, such as reflex." };

    private static Option<string> Url() => new("--url")
    {
        Description = "The site's page.", HelpName = "http://host:port", DefaultValueFactory = _ => "http://127.0.0.1:8080",
    };
}
