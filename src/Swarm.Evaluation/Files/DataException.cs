namespace Swarm.Evaluation;

/// <summary>Recorded data that cannot be used: missing, or not as its columns promise. The message says where and what.</summary>
public sealed class DataException : Exception
{
    public DataException(string message)
        : base(message)
    {
    }

    public DataException(string message, Exception cause)
        : base(message, cause)
    {
    }

    public DataException(string source, int line, string message)
        : base($"{source}:{line}: {message}")
    {
    }
}
