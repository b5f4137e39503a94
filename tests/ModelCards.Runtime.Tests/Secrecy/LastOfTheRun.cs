using Xunit.Abstractions;

namespace ModelCards.Runtime.Tests.Secrecy;

/// <summary>Tests that run when all others are done: what does not run in parallel comes behind what does, and of that this comes last.</summary>
[Xunit.CollectionDefinition(nameof(LastOfTheRun), DisableParallelization = true)]
public sealed class LastOfTheRun : Xunit.ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName == nameof(LastOfTheRun));
}
