namespace Swarm.Vda5050;

/// <summary>The JSON type of a parameter.</summary>
public enum ParameterType
{
    Bool,

    /// <summary>In 2.1 also <c>FLOAT</c>.</summary>
    Number,
    Integer,
    String,
    Object,
    Array,
}
