namespace ModelCards.Emulator.Gallery;

/// <summary>Draws pictures, no more at a time than there are processors: each holds its pixels in memory.</summary>
internal sealed class PictureStudio : IDisposable
{
    private readonly SemaphoreSlim _easels = new(Environment.ProcessorCount);

    public async Task<byte[]> DrawAsync(PictureRecipe recipe, CancellationToken cancellationToken)
    {
        await _easels.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(recipe.Draw, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _easels.Release();
        }
    }

    public void Dispose() => _easels.Dispose();
}
