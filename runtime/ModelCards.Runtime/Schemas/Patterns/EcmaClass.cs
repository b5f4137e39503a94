namespace ModelCards.Schemas;

/// <summary>What stands in brackets.</summary>
internal sealed class EcmaClass(string source, EcmaEscapes escapes)
{
    /// <summary>Reads a class.</summary>
    /// <param name="i">Index behind the opening bracket, then behind the closing one.</param>
    public CodePoints Read(ref int i)
    {
        int start = i - 1;
        bool isNegated = i < source.Length && source[i] == '^';
        if (isNegated)
            i++;
        var members = new CodePoints();
        while (i < source.Length && source[i] != ']')
            ReadMember(members, ref i);
        if (i >= source.Length)
            throw new FormatException($"the bracket at {start} is not closed");
        i++;
        return isNegated ? members.Complement() : members;
    }

    private void ReadMember(CodePoints members, ref int i)
    {
        int start = i;
        CodePoints? set = ReadAtom(ref i, out int first);
        bool isRange = i + 1 < source.Length && source[i] == '-' && source[i + 1] != ']';
        if (!isRange)
        {
            members.Add(set ?? new CodePoints().Add(first, first));
            return;
        }

        int behind = i + 1;
        CodePoints? other = ReadAtom(ref behind, out int last);
        if (set is not null || other is not null)
        {
            // Neither end of a range: beside a set the dash is itself.
            members.Add(set ?? new CodePoints().Add(first, first)).Add('-', '-');
            i++;
            return;
        }

        if (last < first)
            throw new FormatException($"the range at {start} runs backwards");
        members.Add(first, last);
        i = behind;
    }

    private CodePoints? ReadAtom(ref int i, out int character)
    {
        character = source[i];
        if (character == '\\')
        {
            if (++i >= source.Length)
                throw new FormatException("it ends in a backslash");
            if (escapes.ReadSet(ref i) is { } set)
                return set;
            if (source[i] == 'b')
            {
                i++;
                character = '\b';
            }
            else
            {
                character = escapes.ReadCharacter(ref i);
            }
        }
        else
        {
            bool isPair = char.IsSurrogatePair(source, i);
            character = isPair ? char.ConvertToUtf32(source, i) : source[i];
            i += isPair ? 2 : 1;
        }

        return null;
    }
}
