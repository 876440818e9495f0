using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>How rollouts change a shelf. Pure.</summary>
internal static class RolloutRules
{
    /// <summary>Most rollouts that can be taken back one after the other.</summary>
    private const int MostHistory = 16;

    private static readonly ModelChoice Shipped = new("shipped");

    public static ModelShelf Empty(string name) => new(name, [], [Shipped], new Dictionary<DeviceId, ModelChoice>());

    /// <returns>Null where there is no such version.</returns>
    public static ModelChoice? Find(this ModelShelf shelf, string version) =>
        version == Shipped.Version ? Shipped
        : shelf.Versions.FirstOrDefault(entry => entry.Version == version) is { } entry ? new(entry.Version, entry.Sha256)
        : null;

    public static ModelChoice ChoiceFor(this ModelShelf shelf, DeviceId device) => shelf.Ahead.GetValueOrDefault(device) ?? shelf.Fleet;

    public static ModelShelf ToAll(this ModelShelf shelf, ModelChoice choice) => shelf with
    {
        History = choice == shelf.Fleet ? shelf.History : [.. shelf.History.Append(choice).TakeLast(MostHistory)],
        Ahead = new Dictionary<DeviceId, ModelChoice>(),
    };

    public static ModelShelf ToSome(this ModelShelf shelf, ModelChoice choice, IEnumerable<DeviceId> devices)
    {
        var ahead = new Dictionary<DeviceId, ModelChoice>(shelf.Ahead);
        foreach (var device in devices)
        {
            if (choice == shelf.Fleet)
                ahead.Remove(device);
            else
                ahead[device] = choice;
        }

        return shelf with { Ahead = ahead };
    }

    /// <returns>Null where there is nothing to take back.</returns>
    public static ModelShelf? Back(this ModelShelf shelf) =>
        shelf.Ahead.Count > 0 ? shelf with { Ahead = new Dictionary<DeviceId, ModelChoice>() }
        : shelf.History.Count > 1 ? shelf with { History = [.. shelf.History.SkipLast(1)] }
        : null;
}
