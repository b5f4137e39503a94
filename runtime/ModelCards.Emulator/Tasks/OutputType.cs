namespace ModelCards.Emulator.Tasks;

internal enum OutputType
{
    Url,
    Base64Data,
    DataUri,
}
