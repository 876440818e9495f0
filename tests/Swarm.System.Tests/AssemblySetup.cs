// Each test has several processes to itself; two at once would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
