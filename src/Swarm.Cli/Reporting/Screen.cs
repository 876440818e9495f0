using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Swarm.Cli;

/// <summary>What people and programs read: figures on the output, what is happening on the error output, so that figures can be piped.</summary>
internal sealed class Screen(InvocationConfiguration invocation)
{
    /// <summary>Wide enough that no table breaks a figure.</summary>
    private const int PipedWidth = 140;

    private readonly IAnsiConsole _status = Open(invocation.Error, Console.IsErrorRedirected);

    public void Write(IRenderable figures) => Open(invocation.Output, Console.IsOutputRedirected).Write(figures);

    public void WriteJson<T>(T figures, JsonTypeInfo<T> type) => invocation.Output.WriteLine(JsonSerializer.Serialize(figures, type));

    public void Say(string line) => _status.WriteLine(line);

    /// <summary>Shows how far <paramref name="play"/> is, which reports from 0 to <paramref name="total"/>.</summary>
    public Task<T> FollowAsync<T>(string what, double total, Func<IProgress<double>, Task<T>> play) =>
        _status.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(what), maxValue: total);
                return await play(new Follower(task));
            });

    private static IAnsiConsole Open(TextWriter writer, bool piped)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (piped)
            console.Profile.Width = PipedWidth;
        return console;
    }

    /// <summary>Not <see cref="Progress{T}"/>, which may report out of order.</summary>
    private sealed class Follower(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
