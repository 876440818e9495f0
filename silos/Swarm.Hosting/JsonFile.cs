using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Swarm.Hosting;

/// <summary>The small notes in the data folder: whole or not there, however their writer ends.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(StoreRecord))]
[JsonSerializable(typeof(SiteFile))]
internal sealed partial class JsonFile : JsonSerializerContext
{
    /// <summary>Null where there is none, or none that this version can read.</summary>
    public static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), type);
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    public static void Write<T>(string path, T content, JsonTypeInfo<T> type)
    {
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(content, type));
        File.Move(path + ".new", path, overwrite: true);
    }
}
