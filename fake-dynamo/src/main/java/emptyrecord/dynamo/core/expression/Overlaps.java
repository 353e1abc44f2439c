package emptyrecord.dynamo.core.expression;

import java.util.List;

/** Refuses expressions that name the same place twice, or a place inside another. */
final class Overlaps {

    private Overlaps() {}

    static void refuse(List<DocumentPath> paths, ExpressionKind kind) {
        for (int one = 0; one < paths.size(); one++) {
            for (int two = one + 1; two < paths.size(); two++) {
                check(paths.get(one), paths.get(two), kind);
            }
        }
    }

    private static void check(DocumentPath one, DocumentPath two, ExpressionKind kind) {
        String clash = one.overlaps(two) ? "overlap" : one.conflicts(two) ? "conflict" : "";
        if (!clash.isEmpty()) {
            throw kind.invalid("Two document paths " + clash
                    + " with each other; must remove or rewrite one of these paths; path one: " + one + ", path two: "
                    + two);
        }
    }
}
