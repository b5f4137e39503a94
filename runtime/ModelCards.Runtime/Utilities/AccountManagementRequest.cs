using System.Globalization;
using ModelCards.Validation;

namespace ModelCards.Utilities;

public sealed partial class AccountManagementRequest
{
    private const int MostDays = 30;
    private const string DayFormat = "yyyy-MM-dd";

    private protected override IReadOnlyList<ValidationError> FurtherErrors()
    {
        var errors = new List<ValidationError>();
        DateOnly? first = DayOf(StartDate, "startDate", errors);
        DateOnly? last = DayOf(EndDate, "endDate", errors);
        if (first is not { } start || last is not { } end)
            return errors;
        if (end < start)
            errors.Add(NewError("endDate", "x-minimum", EndDate, $"endDate must not be before startDate, {Text(start)}, but is {Text(end)}."));
        else if (end.DayNumber - start.DayNumber > MostDays)
        {
            errors.Add(NewError(
                "endDate",
                "x-maximum",
                EndDate,
                $"endDate must be at most {MostDays} days after startDate, {Text(start)}, but is {Text(end)}; the last possible is {Text(start.AddDays(MostDays))}."));
        }

        return errors;
    }

    internal static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    // What does not even look like a day is the card's to refuse.
    private static DateOnly? DayOf(string? text, string name, List<ValidationError> errors)
    {
        if (text is not { Length: >= 10 } || text[4] != '-' || text[7] != '-')
            return null;
        string start = text[..DayFormat.Length];
        if (DateOnly.TryParseExact(start, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return day;
        if (start.All(letter => letter == '-' || char.IsAsciiDigit(letter)))
            errors.Add(NewError(name, "format", text, $"{name} must be a day of the calendar, but is {start}."));
        return null;
    }

    private static ValidationError NewError(string name, string keyword, string? value, string message) =>
        new($"/{name}", name, keyword, $"\"{value}\"", message);
}

public sealed partial class AccountManagementRequestBuilder
{
    /// <summary>Sets the days of the usage.</summary>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day, at most 30 days after the first.</param>
    public AccountManagementRequestBuilder WithPeriod(DateOnly first, DateOnly last) =>
        WithStartDate(AccountManagementRequest.Text(first)).WithEndDate(AccountManagementRequest.Text(last));
}
