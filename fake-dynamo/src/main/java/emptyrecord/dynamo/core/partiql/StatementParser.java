package emptyrecord.dynamo.core.partiql;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ConditionRules;
import emptyrecord.dynamo.core.expression.DocumentPath;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.expression.UpdateExpression;
import emptyrecord.dynamo.core.partiql.Statement.Delete;
import emptyrecord.dynamo.core.partiql.Statement.Exists;
import emptyrecord.dynamo.core.partiql.Statement.Insert;
import emptyrecord.dynamo.core.partiql.Statement.Order;
import emptyrecord.dynamo.core.partiql.Statement.Returning;
import emptyrecord.dynamo.core.partiql.Statement.Select;
import emptyrecord.dynamo.core.partiql.Statement.Update;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one statement; the grammar is in docs/dynamodb-grammar.md. */
public final class StatementParser {

    private final Words in;
    private final Literals literals;

    private StatementParser(Words in) {
        this.in = in;
        this.literals = new Literals(in);
    }

    /**
     * Reads a statement.
     *
     * @param parameters the values of its question marks, in their order
     * @throws Refusal a ValidationException that says where and why it is not well formed
     */
    public static Statement parse(String text, List<AttributeValue> parameters) {
        Words in = new Words(text, parameters);
        Statement statement = new StatementParser(in).statement();
        in.expectEnd();
        return statement;
    }

    private Statement statement() {
        if (in.takeKeyword("SELECT")) {
            return select();
        }
        if (in.takeKeyword("INSERT")) {
            return insert();
        }
        if (in.takeKeyword("UPDATE")) {
            return update();
        }
        if (in.takeKeyword("DELETE")) {
            return delete();
        }
        if (in.takeKeyword("EXISTS")) {
            in.expect("(");
            in.expectKeyword("SELECT");
            Select select = select();
            in.expect(")");
            return new Exists(select);
        }
        throw in.unexpected("SELECT, INSERT, UPDATE, DELETE or EXISTS");
    }

    private Select select() {
        List<DocumentPath> columns = columns();
        in.expectKeyword("FROM");
        String table = in.name("a table");
        Optional<String> index = in.take(".") ? Optional.of(in.name("an index")) : Optional.empty();
        Optional<Condition> where = in.takeKeyword("WHERE") ? Optional.of(condition()) : Optional.empty();
        Optional<Order> order = order();
        Bindings bindings = in.bindings();
        where.ifPresent(condition -> ConditionRules.check(condition, bindings, ExpressionKind.FILTER));
        new Projection(columns).refuseOverlaps(bindings);
        return new Select(table, index, columns, where, order, bindings);
    }

    private List<DocumentPath> columns() {
        if (in.take("*")) {
            return List.of();
        }
        List<DocumentPath> columns = new ArrayList<>();
        do {
            if (in.peekSecond().is("(")) {
                throw Refusal.validation(
                        "Unsupported function in a SELECT clause: " + in.peek().text());
            }
            columns.add(in.path());
        } while (in.take(","));
        return List.copyOf(columns);
    }

    private Optional<Order> order() {
        if (!in.takeKeyword("ORDER")) {
            return Optional.empty();
        }
        in.expectKeyword("BY");
        DocumentPath path = in.path();
        boolean descending = in.takeKeyword("DESC");
        if (!descending) {
            in.takeKeyword("ASC");
        }
        return Optional.of(new Order(path, descending));
    }

    private Insert insert() {
        in.expectKeyword("INTO");
        String table = in.name("a table");
        in.expectKeyword("VALUE");
        if (in.take("?")) {
            if (!(in.parameter() instanceof AttributeValue.Mp map)) {
                throw Refusal.validation("The item of an INSERT is a map");
            }
            return new Insert(table, new Item(map.values()));
        }
        in.expect("{");
        return new Insert(table, new Item(literals.members()));
    }

    private Update update() {
        String table = in.name("a table");
        UpdateExpression update = new ChangesParser(in, literals).changes();
        Condition where = where();
        Returning returning = returning(List.of(Returning.values()));
        Bindings bindings = in.bindings();
        ConditionRules.check(where, bindings, ExpressionKind.CONDITION);
        return new Update(table, update, where, returning, bindings);
    }

    private Delete delete() {
        in.expectKeyword("FROM");
        String table = in.name("a table");
        Condition where = where();
        Returning returning = returning(List.of(Returning.ALL_OLD));
        Bindings bindings = in.bindings();
        ConditionRules.check(where, bindings, ExpressionKind.CONDITION);
        return new Delete(table, where, returning, bindings);
    }

    private Condition where() {
        in.expectKeyword("WHERE");
        return condition();
    }

    private Condition condition() {
        return new WhereParser(in, literals).condition();
    }

    private Returning returning(List<Returning> allowed) {
        if (!in.takeKeyword("RETURNING")) {
            return Returning.NOTHING;
        }
        boolean modified = in.takeKeyword("MODIFIED");
        if (!modified) {
            in.expectKeyword("ALL");
        }
        boolean old = in.takeKeyword("OLD");
        if (!old) {
            in.expectKeyword("NEW");
        }
        in.expect("*");
        Returning returning = Returning.valueOf((modified ? "MODIFIED" : "ALL") + (old ? "_OLD" : "_NEW"));
        if (!allowed.contains(returning)) {
            throw Refusal.validation("A DELETE returns ALL OLD * or nothing");
        }
        return returning;
    }
}
