package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.expression.Token.Kind;
import emptyrecord.dynamo.core.expression.UpdateExpression.Assignment;
import emptyrecord.dynamo.core.expression.UpdateExpression.Change;
import emptyrecord.dynamo.core.expression.UpdateExpression.Difference;
import emptyrecord.dynamo.core.expression.UpdateExpression.IfNotExists;
import emptyrecord.dynamo.core.expression.UpdateExpression.ListAppend;
import emptyrecord.dynamo.core.expression.UpdateExpression.PathTerm;
import emptyrecord.dynamo.core.expression.UpdateExpression.Sum;
import emptyrecord.dynamo.core.expression.UpdateExpression.Term;
import emptyrecord.dynamo.core.expression.UpdateExpression.ValueTerm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads update expressions; each of SET, REMOVE, ADD and DELETE may come once, in any order. */
public final class UpdateParser {

    /** Nested functions. */
    private static final int DEPTH_MAX = 50;

    private final TokenStream in;
    private final Set<String> seen = new HashSet<>();
    private final List<Assignment> sets = new ArrayList<>();
    private final List<DocumentPath> removes = new ArrayList<>();
    private final List<Change> adds = new ArrayList<>();
    private final List<Change> deletes = new ArrayList<>();
    private int depth;

    private UpdateParser(TokenStream in) {
        this.in = in;
    }

    public static Parsed<UpdateExpression> parse(String text) {
        TokenStream in = new TokenStream(text, ExpressionKind.UPDATE);
        UpdateParser parser = new UpdateParser(in);
        do {
            parser.section();
        } while (in.peek().kind() != Kind.END);
        return in.finish(new UpdateExpression(
                List.copyOf(parser.sets),
                List.copyOf(parser.removes),
                List.copyOf(parser.adds),
                List.copyOf(parser.deletes)));
    }

    private void section() {
        String section = in.peek().text().toUpperCase(Locale.ROOT);
        if (!Set.of("SET", "REMOVE", "ADD", "DELETE").contains(section)) {
            throw in.unexpected();
        }
        in.next();
        if (!seen.add(section)) {
            throw ExpressionKind.UPDATE.invalid(
                    "The \"" + section + "\" section can only be used once in an update expression;");
        }
        do {
            clause(section);
        } while (in.take(","));
    }

    private void clause(String section) {
        DocumentPath path = in.path();
        switch (section) {
            case "SET" -> {
                in.expect("=");
                sets.add(new Assignment(path, sum()));
            }
            case "REMOVE" -> removes.add(path);
            case "ADD" -> adds.add(new Change(path, in.value()));
            default -> deletes.add(new Change(path, in.value()));
        }
    }

    private Term sum() {
        Term left = term();
        if (in.take("+")) {
            return new Sum(left, term());
        }
        return in.take("-") ? new Difference(left, term()) : left;
    }

    private Term term() {
        if (in.peek().kind() == Kind.VALUE) {
            return new ValueTerm(in.value());
        }
        if (in.peek().kind() == Kind.WORD && in.peekSecond().is("(")) {
            return function();
        }
        return new PathTerm(in.path());
    }

    private Term function() {
        if (++depth > DEPTH_MAX) {
            throw ExpressionKind.UPDATE.invalid("The expression is nested too deeply;");
        }
        String name = in.next().text();
        in.expect("(");
        Term term = switch (name) {
            case "if_not_exists" -> new IfNotExists(in.path(), second());
            case "list_append" -> new ListAppend(term(), second());
            default -> throw ExpressionKind.UPDATE.invalid("Invalid function name; function: " + name);
        };
        in.expect(")");
        depth--;
        return term;
    }

    private Term second() {
        in.expect(",");
        return term();
    }
}
