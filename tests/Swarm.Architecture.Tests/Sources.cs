using System.Reflection;
using System.Xml.Linq;

namespace Swarm.Architecture.Tests;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Sources
{
    public static string Root { get; } = typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Sources").Value!;

    /// <summary>The projects that are shipped, each with the projects and the packages that it references itself.</summary>
    public static IReadOnlyDictionary<string, ProjectReferences> Projects { get; } = new[] { "src", "grains", "silos" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), Read);

    private static ProjectReferences Read(string file)
    {
        var project = XDocument.Load(file);
        return new ProjectReferences(
            [.. Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            [.. Includes(project, "PackageReference"), .. Includes(project, "FrameworkReference")]);
    }

    private static IEnumerable<string> Includes(XDocument project, string element) =>
        project.Descendants(element).Select(reference => reference.Attribute("Include")!.Value);
}
