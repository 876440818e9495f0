using Swarm.Benchmarks.Publishing;

namespace Swarm.Benchmarks.Ingest;

/// <summary>Measures one broker: floor and site by turns, first as fast as it goes, then at half of what the site handled.</summary>
internal sealed class IngestRun(IngestOptions options)
{
    /// <summary>Until every device's birth and factsheet are there, and until the warm-up has had its messages.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Handled before a figure is taken, however slow the machine: the compiler has optimised what is hot by then.</summary>
    private const long WarmUpMessages = 20_000;

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(50);

    public async Task<IReadOnlyList<IngestRow>> RunAsync(BrokerKind kind, CancellationToken cancellationToken)
    {
        var rows = new List<IngestRow>();
        if (options.Rate == 0)
        {
            foreach (var into in options.Into)
                rows.Add(await MeasureAsync(kind, into, "saturation", 0, cancellationToken));
        }

        var rate = options.Rate > 0 ? options.Rate : rows[^1].HandledPerSecond / 2;
        foreach (var into in options.Into)
            rows.Add(await MeasureAsync(kind, into, options.Rate > 0 ? "even pace" : "half load", rate, cancellationToken));

        return rows;
    }

    private async Task<IngestRow> MeasureAsync(BrokerKind kind, string subjectName, string phase, double rate, CancellationToken cancellationToken)
    {
        Report.Progress($"{kind}, {subjectName}, {phase}{(rate > 0 ? $" at {Report.Number(rate)}/s" : "")}: {options.WarmUpSeconds} s + {options.Seconds} s");
        await using var mosquitto = kind == BrokerKind.Mosquitto ? await Mosquitto.StartAsync() : null;
        var watches = rate > 0 ? new Stopwatches() : null;
        await using ISubject subject = subjectName == "site"
            ? await SiteSubject.StartAsync(mosquitto?.Address, options.Devices, watches)
            : await Floor.StartAsync(mosquitto?.Address, watches);
        await using var publisher = await PublisherProcess.StartAsync(subject.Address, options.Devices, options.Connections, rate);
        if (!await HasHandledAsync(subject, options.Devices * 2L, cancellationToken))
            throw new TimeoutException($"Of {options.Devices} devices not all were heard of in {Patience.TotalSeconds} s.");

        await publisher.GoAsync();
        await Task.Delay(TimeSpan.FromSeconds(options.WarmUpSeconds), cancellationToken);
        if (!await HasHandledAsync(subject, WarmUpMessages, cancellationToken))
            Report.Progress($"  only {Report.Number(subject.Handled)} messages to warm up: the figures are on the high side");

        watches?.Reset();
        var before = await ReadAsync(subject, publisher, mosquitto);
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds), cancellationToken);
        var after = await ReadAsync(subject, publisher, mosquitto);
        return Row(kind, subjectName, phase, before, after, watches);
    }

    private static async Task<bool> HasHandledAsync(ISubject subject, long messages, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < Patience && subject.Handled < messages; waited += PollEvery)
            await Task.Delay(PollEvery, cancellationToken);

        return subject.Handled >= messages;
    }

    private static async Task<Reading> ReadAsync(ISubject subject, PublisherProcess publisher, Mosquitto? mosquitto)
    {
        var published = await publisher.CountAsync();
        return new Reading(published, subject.Handled, subject.Dropped, Usage.Now(), mosquitto?.Cpu ?? default);
    }

    private static IngestRow Row(BrokerKind kind, string subject, string phase, Reading before, Reading after, Stopwatches? watches)
    {
        var published = after.Publisher - before.Publisher;
        var usage = after.Usage - before.Usage;
        var broker = after.BrokerCpu - before.BrokerCpu;
        double handled = Math.Max(1, after.Handled - before.Handled);
        return new IngestRow(
            kind,
            subject,
            phase,
            usage.Seconds,
            published.Published,
            after.Handled - before.Handled,
            after.Dropped - before.Dropped,
            usage.Cpu.TotalMicroseconds / handled,
            broker.TotalMicroseconds / handled,
            published.CpuSeconds * 1e6 / Math.Max(1, published.Published),
            usage.AllocatedBytes / handled,
            (usage.Cpu.TotalSeconds + broker.TotalSeconds + published.CpuSeconds) / usage.Seconds,
            watches?.ToGrain,
            watches?.ToHazard);
    }

    private readonly record struct Reading(PublisherCount Publisher, long Handled, long Dropped, Usage Usage, TimeSpan BrokerCpu);
}
