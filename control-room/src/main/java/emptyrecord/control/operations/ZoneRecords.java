package emptyrecord.control.operations;

import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The records of a zone as Route 53 lists them, and whether a name in it would answer an address. */
record ZoneRecords(List<ResourceRecordSet> sets) {

    /** An ALIAS may point at an ALIAS: apex, weighted set, leaf; deeper is a loop. */
    private static final int DEEPEST = 4;

    boolean answers(String name) {
        return answers(name, DEEPEST);
    }

    private boolean answers(String name, int depth) {
        return depth > 0
                && sets.stream()
                        .filter(s -> s.type() == RRType.A && plain(s.name()).equals(plain(name)))
                        .anyMatch(s -> s.aliasTarget() == null
                                ? !s.resourceRecords().isEmpty()
                                : answers(s.aliasTarget().dnsName(), depth - 1));
    }

    static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
