using Xunit.Sdk;
using Xunit.v3;

// Each test has several processes to itself; two at once would only wait for each other.
[assembly: Parallelization(Mode = ParallelMode.None)]
