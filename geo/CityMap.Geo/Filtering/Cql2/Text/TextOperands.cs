using System.Globalization;

namespace CityMap.Geo.Filtering.Cql2.Text;

/// <summary>Values, names, functions and arithmetic in CQL2 text.</summary>
/// <param name="cursor">Where the reader stands.</param>
/// <param name="expression">Reads a whole expression, for what stands in parentheses.</param>
internal sealed class TextOperands(TokenCursor cursor, Func<Cql2Expression> expression)
{
    private readonly TextShapes _shapes = new(cursor);

    /// <summary>Sums and differences, of products, of powers.</summary>
    public Cql2Expression Read()
    {
        var from = cursor.Now;
        var left = Product();
        while (cursor.Now.Kind == TokenKind.Symbol && cursor.Now.Value is "+" or "-")
        {
            var what = Cql2Words.ArithmeticOf[cursor.Take().Value];
            left = cursor.Count(new Arithmetic(what, left, Product()), from);
        }

        return left;
    }

    private Cql2Expression Product()
    {
        var from = cursor.Now;
        var left = Power();
        while (cursor.Now is { Kind: TokenKind.Symbol, Value: "*" or "/" or "%" } || cursor.Now.IsWord("div"))
        {
            var what = Cql2Words.ArithmeticOf[cursor.Take().Value];
            left = cursor.Count(new Arithmetic(what, left, Power()), from);
        }

        return left;
    }

    private Cql2Expression Power()
    {
        var from = cursor.Now;
        var left = Signed();
        return cursor.TakeSymbol("^") ? cursor.Count(new Arithmetic(ArithmeticOperator.Power, left, Signed()), from) : left;
    }

    private Cql2Expression Signed()
    {
        var from = cursor.Now;
        if (cursor.Now.IsSymbol("+") && cursor.Next.Kind == TokenKind.Number) cursor.Take();
        if (!cursor.TakeSymbol("-")) return Operand();
        if (cursor.Now.Kind == TokenKind.Number) return cursor.Count(new NumberLiteral(-Number(cursor.Take())), from);
        var minusOne = cursor.Count(new NumberLiteral(-1), from);
        return cursor.Count(new Arithmetic(ArithmeticOperator.Times, minusOne, Operand()), from);
    }

    private Cql2Expression Operand()
    {
        var token = cursor.Now;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return cursor.Count(new NumberLiteral(Number(cursor.Take())), token);
            case TokenKind.Text:
                return cursor.Count(new TextLiteral(Text(cursor.Take())), token);
            case TokenKind.QuotedName:
                cursor.Take();
                return cursor.Now.IsSymbol("(") ? Call(token) : Name(token);
            case TokenKind.Name:
                return Word(token);
            case TokenKind.Symbol when cursor.TakeSymbol("("):
                return Parentheses(token);
            default:
                throw cursor.Wrong("A value, a name or a function is missing");
        }
    }

    private Cql2Expression Parentheses(Token from)
    {
        var inner = expression();
        if (!cursor.Now.IsSymbol(","))
        {
            cursor.Expect(")", "to close the parenthesis");
            return inner;
        }

        var items = new List<Cql2Expression> { inner };
        while (cursor.TakeSymbol(",")) items.Add(expression());
        cursor.Expect(")", "at the end of the list");
        return cursor.Count(new ArrayLiteral(items), from);
    }

    private Cql2Expression Word(Token word)
    {
        if (word.IsWord("TRUE") || word.IsWord("FALSE")) return cursor.Count(new BooleanLiteral(word.IsWord("TRUE")), cursor.Take());
        if (TextShapes.Begins(word, cursor.Next)) return _shapes.Read();
        if (!cursor.Next.IsSymbol("("))
        {
            // DATE and its like are names when no parenthesis follows; the operators never are.
            if (IsOperator(word)) throw cursor.Wrong("A value, a name or a function is missing");
            cursor.Take();
            return Name(word);
        }

        cursor.Take();
        return Call(word);
    }

    private Cql2Expression Call(Token name)
    {
        cursor.Enter();
        cursor.Expect("(", $"after {name.Value}");
        var call = name.Kind == TokenKind.QuotedName ? Other(name) : name.Value.ToUpperInvariant() switch
        {
            "CASEI" => new Casei(expression()),
            "ACCENTI" => new Accenti(expression()),
            "DATE" => TextTimes.Date(cursor),
            "TIMESTAMP" => TextTimes.Timestamp(cursor),
            "INTERVAL" => TextTimes.Interval(cursor, expression),
            _ when Cql2Words.SpatialOf.TryGetValue(name.Value, out var spatial) => Pair(name, (a, b) => new Spatial(spatial, a, b), expression),
            _ when Cql2Words.TemporalOf.TryGetValue(name.Value, out var temporal) => Pair(name, (a, b) => new Temporal(temporal, a, b), expression),
            _ when Cql2Words.ArrayOf.TryGetValue(name.Value, out var array) => Pair(name, (a, b) => new ArrayComparison(array, a, b), Array),
            _ => IsOperator(name) ? throw cursor.Wrong($"{name.Value} is an operator, not a function") : Other(name),
        };
        cursor.Expect(")", $"to close {name.Value}");
        cursor.Leave();
        return cursor.Count(call, name);
    }

    private Cql2Expression Pair(Token name, Func<Cql2Expression, Cql2Expression, Cql2Expression> make, Func<Cql2Expression> argument)
    {
        var first = argument();
        cursor.Expect(",", $"between the two arguments of {name.Value}");
        return make(first, argument());
    }

    private Function Other(Token name)
    {
        var arguments = new List<Cql2Expression>();
        if (cursor.Now.IsSymbol(")")) return new(name.Value, arguments);
        do arguments.Add(expression());
        while (cursor.TakeSymbol(","));
        return new(name.Value, arguments);
    }

    private Cql2Expression Array()
    {
        var from = cursor.Now;
        if (!cursor.TakeSymbol("(")) return expression();
        cursor.Enter();
        var items = new List<Cql2Expression>();
        while (!cursor.Now.IsSymbol(")") && (items.Count == 0 || cursor.TakeSymbol(","))) items.Add(Array());
        cursor.Expect(")", "at the end of the list");
        cursor.Leave();
        return cursor.Count(new ArrayLiteral(items), from);
    }

    private Property Name(Token name) =>
        name.Value.Length == 0 ? throw new Cql2Exception("A name is empty.", name.Place) : cursor.Count(new Property(name.Value), name);

    private static bool IsOperator(Token word) => word.Kind == TokenKind.Name && word.Value.ToUpperInvariant() is
        "AND" or "OR" or "NOT" or "LIKE" or "BETWEEN" or "IN" or "IS" or "NULL" or "TRUE" or "FALSE" or "DIV" or "CASEI" or "ACCENTI";

    internal static double Number(Token token) =>
        double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new Cql2Exception($"{token} is not a number that can be kept.", token.Place);

    private static string Text(Token token) =>
        Storage.ValueRules.FindTextProblem(token.Value) is { } problem
            ? throw new Cql2Exception($"The text {problem}.", token.Place)
            : token.Value.Normalize();
}
