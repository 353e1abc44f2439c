package emptyrecord.dynamo.store;

import emptyrecord.kit.journal.LiveState;
import java.util.ArrayList;
import java.util.List;

/** What a rewritten journal holds: all tables with their items, and the tokens of transactions. */
record LiveCommits(Tables tables, Tokens tokens) implements LiveState<Commit> {

    @Override
    public long lines() {
        long lines = tables.lines();
        return lines == Long.MAX_VALUE ? lines : lines + tokens.size();
    }

    @Override
    public List<Commit> values() {
        List<Commit> live = new ArrayList<>(tables.values());
        tokens.all().forEach(token -> live.add(new Commit(List.of(new Change.Remembered(token)))));
        return live;
    }
}
