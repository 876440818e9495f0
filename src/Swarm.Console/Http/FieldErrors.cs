using System.Globalization;

namespace Swarm.OperatorConsole.Http;

/// <summary>Gathers what is wrong with a request, each error under the field that it is about.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> _errors = [];

    public bool Any => _errors.Count > 0;

    public IDictionary<string, string[]> All => _errors;

    public void Add(string field, string error) => _errors[field] = _errors.TryGetValue(field, out var before) ? [.. before, error] : [error];

    public void Range(string field, double? value, double lowest, double highest, string unit)
    {
        if (value is { } number && !(number >= lowest && number <= highest))
            Add(field, string.Create(CultureInfo.InvariantCulture, $"{number} is not between {lowest} and {highest} {unit}"));
    }

    public void Length(string field, string? text, int longest)
    {
        if (text?.Length > longest)
            Add(field, string.Create(CultureInfo.InvariantCulture, $"'{Problems.Quote(text)}' has {text.Length} characters; {longest} is the most"));
    }
}
