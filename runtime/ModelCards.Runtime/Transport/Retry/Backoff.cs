namespace ModelCards.Transport.Retry;

/// <summary>Waiting times that double up to a cap and are spread by up to a third, so that many clients do not come back at once.</summary>
internal static class Backoff
{
    private const double Spread = 0.3;

    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="attempt">0 for the first, which waits about a second.</param>
    public static TimeSpan Of(int attempt) => Of(attempt, Random.Shared.NextDouble());

    public static TimeSpan Of(int attempt, double random)
    {
        double seconds = Math.Min(Math.Pow(2, Math.Min(attempt, 30)), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (1 + (Spread * random)));
    }
}
