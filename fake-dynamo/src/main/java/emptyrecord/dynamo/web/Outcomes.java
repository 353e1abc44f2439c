package emptyrecord.dynamo.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The outcomes by their names in metrics. */
public final class Outcomes {

    private Outcomes() {}

    public static List<String> names() {
        return Arrays.stream(Reply.Outcome.values()).map(Outcomes::name).toList();
    }

    static String name(Reply.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
