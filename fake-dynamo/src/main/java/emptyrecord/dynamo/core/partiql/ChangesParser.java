package emptyrecord.dynamo.core.partiql;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.DocumentPath;
import emptyrecord.dynamo.core.expression.UpdateExpression;
import emptyrecord.dynamo.core.expression.UpdateExpression.Assignment;
import emptyrecord.dynamo.core.expression.UpdateExpression.Change;
import emptyrecord.dynamo.core.expression.UpdateExpression.Difference;
import emptyrecord.dynamo.core.expression.UpdateExpression.ListAppend;
import emptyrecord.dynamo.core.expression.UpdateExpression.PathTerm;
import emptyrecord.dynamo.core.expression.UpdateExpression.Sum;
import emptyrecord.dynamo.core.expression.UpdateExpression.Term;
import emptyrecord.dynamo.core.expression.UpdateExpression.ValueTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the SET and REMOVE clauses of an UPDATE, each of which may come many times. */
final class ChangesParser {

    private final Words in;
    private final Literals literals;
    private final List<Assignment> sets = new ArrayList<>();
    private final List<DocumentPath> removes = new ArrayList<>();
    private final List<Change> adds = new ArrayList<>();
    private final List<Change> deletes = new ArrayList<>();

    ChangesParser(Words in, Literals literals) {
        this.in = in;
        this.literals = literals;
    }

    UpdateExpression changes() {
        if (!in.peek().isKeyword("SET") && !in.peek().isKeyword("REMOVE")) {
            throw in.unexpected("SET or REMOVE");
        }
        while (in.peek().isKeyword("SET") || in.peek().isKeyword("REMOVE")) {
            boolean set = in.next().isKeyword("SET");
            do {
                DocumentPath path = in.path();
                if (set) {
                    in.expect("=");
                    assign(path);
                } else {
                    removes.add(path);
                }
            } while (in.take(","));
        }
        return new UpdateExpression(List.copyOf(sets), List.copyOf(removes), List.copyOf(adds), List.copyOf(deletes));
    }

    private void assign(DocumentPath path) {
        boolean function = in.peek().kind() == Word.Kind.NAME && in.peekSecond().is("(");
        if (function && (in.peek().isKeyword("SET_ADD") || in.peek().isKeyword("SET_DELETE"))) {
            (in.next().isKeyword("SET_ADD") ? adds : deletes).add(setChange(path));
            return;
        }
        Term left = term();
        if (in.take("+")) {
            sets.add(new Assignment(path, new Sum(left, term())));
        } else if (in.take("-")) {
            sets.add(new Assignment(path, new Difference(left, term())));
        } else {
            sets.add(new Assignment(path, left));
        }
    }

    private Change setChange(DocumentPath path) {
        in.expect("(");
        if (!in.path().equals(path)) {
            throw Refusal.validation("SET_ADD and SET_DELETE change the attribute that they are assigned to");
        }
        in.expect(",");
        Change change = new Change(path, in.bind(literals.value()).placeholder());
        in.expect(")");
        return change;
    }

    private Term term() {
        if (literals.next()) {
            return new ValueTerm(in.bind(literals.value()).placeholder());
        }
        if (in.peek().kind() == Word.Kind.NAME && in.peekSecond().is("(")) {
            return function();
        }
        return new PathTerm(in.path());
    }

    private Term function() {
        String name = in.next().text().toLowerCase(Locale.ROOT);
        if (!name.equals("list_append")) {
            throw Refusal.validation("Unsupported function: " + name);
        }
        in.expect("(");
        Term first = plain();
        in.expect(",");
        Term second = plain();
        in.expect(")");
        return new ListAppend(first, second);
    }

    private Term plain() {
        return literals.next() ? new ValueTerm(in.bind(literals.value()).placeholder()) : new PathTerm(in.path());
    }
}
