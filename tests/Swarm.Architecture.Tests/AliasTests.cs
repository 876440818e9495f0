using System.Reflection;

namespace Swarm.Architecture.Tests;

/// <summary>What goes over the wire or into the store is known by its alias, so two types must not share one, and none may be without.</summary>
public sealed class AliasTests
{
    private static readonly Type[] Types =
    [
        .. Sources.Projects.Keys.Where(project => project is not ("Swarm.Cli" or "Swarm.DeviceAgent")).Select(Assembly.Load).SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Swarm", StringComparison.Ordinal) == true),
    ];

    [Fact]
    public void Alias_AllTypes_Unique()
    {
        var aliases = Types.Select(type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias).OfType<string>().ToArray();

        Assert.NotEmpty(aliases);
        Assert.Empty(aliases.GroupBy(alias => alias).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Alias_SerializedTypesAndGrainInterfaces_AllHaveOne() => Assert.Empty(Types
        .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null || IsGrainInterface(type))
        .Where(type => type.GetCustomAttribute<AliasAttribute>(inherit: false) is null)
        .Select(type => type.FullName));

    [Fact]
    public void Alias_MethodsOfAGrainInterface_AllHaveTheirOwn() => Assert.All(Types.Where(IsGrainInterface), type =>
    {
        var aliases = type.GetMethods().Select(method => method.GetCustomAttribute<AliasAttribute>()?.Alias).ToArray();
        Assert.DoesNotContain(aliases, alias => alias is null);
        Assert.Equal(aliases.Length, aliases.Distinct().Count());
    });

    private static bool IsGrainInterface(Type type) => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type);
}
