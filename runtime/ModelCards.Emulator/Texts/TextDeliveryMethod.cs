namespace ModelCards.Emulator.Texts;

internal enum TextDeliveryMethod
{
    Sync,
    Async,
    Stream,
}
