using System.Numerics;

namespace Swarm.Messaging;

/// <summary>Goes through the members of an object: <see cref="Next"/>, then <see cref="Took"/> what was read of the value, until the end.</summary>
/// <param name="required">How many of the names, from the first, must be there.</param>
internal struct JsonMembers(JsonNames names, int required)
{
    private int _there;
    private bool _begun;
    private bool _ended;
    private bool _failed;

    /// <summary>Of the present member's name.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>The object was read to its end, and all that is required was there, each once.</summary>
    public readonly bool IsComplete => _ended && !_failed && BitOperations.TrailingZeroCount(~_there) >= required;

    /// <summary>Takes the next name; false at the end, and where there is something else.</summary>
    public bool Next(ref JsonCursor json)
    {
        if (_failed || !json.Take(_begun ? (byte)',' : (byte)'{'))
        {
            _ended = !_failed && _begun && json.Take((byte)'}');
            return false;
        }

        _begun = true;
        Index = json.Word(names, likely: Index + 1);
        _failed = Index < 0 || (_there & (1 << Index)) != 0 || !json.Take((byte)':');
        _there |= 1 << Index;
        return !_failed;
    }

    /// <summary>Notes whether the value could be read.</summary>
    public void Took(bool read) => _failed |= !read;
}
