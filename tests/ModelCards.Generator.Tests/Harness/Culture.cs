using System.Globalization;

namespace ModelCards.Generator.Tests.Harness;

/// <summary>Work done where numbers and letters are written differently.</summary>
internal static class Culture
{
    public static T In<T>(string name, Func<T> work)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(name);
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
