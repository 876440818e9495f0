namespace Swarm.Vda5050;

/// <summary>How bad an error is (3.0: 6.6.5.1). 2.1 knows the first and the last: URGENT is written as WARNING, CRITICAL as FATAL.</summary>
public enum ErrorLevel
{
    Warning,
    Urgent,

    /// <summary>The order cannot go on; a new one can be taken.</summary>
    Critical,

    /// <summary>Nothing goes on without a person.</summary>
    Fatal,
}
