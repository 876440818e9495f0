using System.Reflection;
using System.Security.Cryptography;

namespace Swarm.OperatorConsole.Page;

/// <summary>The bundled page, out of this assembly: found from whatever folder the program is started in.</summary>
internal sealed class EmbeddedPage
{
    private const string Prefix = "page/";

    private readonly Dictionary<string, PageFile> _files;

    public EmbeddedPage()
        : this(typeof(EmbeddedPage).Assembly)
    {
    }

    internal EmbeddedPage(Assembly assembly) =>
        _files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], name => Load(assembly, name));

    /// <summary>False when the program was built without the page.</summary>
    public bool IsBuilt => _files.ContainsKey("index.html");

    /// <summary>Why the page was not built, as the build said it.</summary>
    public string? MissingReason => _files.TryGetValue("missing.txt", out var file) ? file.Text.Trim() : null;

    public PageFile? Find(string name) => _files.GetValueOrDefault(name);

    private static PageFile Load(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new PageFile(content, TypeOf(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"");
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };
}
