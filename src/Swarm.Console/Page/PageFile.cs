using System.Text;

namespace Swarm.OperatorConsole.Page;

/// <summary>A file of the page and how to serve it.</summary>
internal sealed record PageFile(ReadOnlyMemory<byte> Content, string ContentType, string ETag)
{
    public string Text => Encoding.UTF8.GetString(Content.Span);
}
