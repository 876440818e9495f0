using System.Text.Json.Serialization.Metadata;

namespace Swarm.Vda5050;

/// <summary>How the records look in one version: what is named differently, what is not there, what is optional.</summary>
internal abstract class VersionShape
{
    private readonly Dictionary<Type, Dictionary<string, Action<JsonPropertyInfo>>> _changes = [];

    /// <summary>A modifier for <see cref="JsonTypeInfoResolver.WithAddedModifier"/>.</summary>
    public void Apply(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;

        RequireHeader(type);
        if (!_changes.TryGetValue(type.Type, out var changes))
            return;

        foreach (var property in type.Properties.ToArray())
        {
            if (changes.TryGetValue(property.Name, out var change))
                change(property);
        }
    }

    /// <summary>Which messages need no headerId and timestamp.</summary>
    protected virtual bool NeedsHeader(Type message) => true;

    protected void Rename<T>(params ReadOnlySpan<(string Name, string Other)> names)
    {
        foreach (var (name, other) in names)
            Change<T>(name, property => property.Name = other);
    }

    /// <summary>Neither written nor read. The property cannot be taken away, since the records' initializers are given all: it gets a name that nobody sends.</summary>
    protected void Drop<T>(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Change<T>(name, property =>
            {
                property.Name = "\0" + property.Name;
                property.ShouldSerialize = static (_, _) => false;
                property.IsRequired = false;
            });
        }
    }

    protected void Require<T>(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            Change<T>(name, property => property.IsRequired = true);
    }

    protected void Optional<T>(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            Change<T>(name, property => property.IsRequired = false);
    }

    /// <summary>Changes of one property add up, in the order in which they are named; each is found by its name in 3.0.</summary>
    protected void Change<T>(string name, Action<JsonPropertyInfo> change)
    {
        if (!_changes.TryGetValue(typeof(T), out var changes))
            _changes[typeof(T)] = changes = [];

        changes[name] = changes.TryGetValue(name, out var before)
            ? property =>
            {
                before(property);
                change(property);
            }
            : change;
    }

    private void RequireHeader(JsonTypeInfo type)
    {
        if (!type.Type.IsSubclassOf(typeof(VdaMessage)))
            return;

        foreach (var property in type.Properties)
        {
            if (property.Name is "headerId" or "timestamp" or "version" or "manufacturer" or "serialNumber")
                property.IsRequired = NeedsHeader(type.Type);
        }
    }
}
