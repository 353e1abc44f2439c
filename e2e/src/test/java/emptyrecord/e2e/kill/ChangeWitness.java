package emptyrecord.e2e.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.NoSuchChangeException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Writes batch after batch to a zone of its own. Batch n creates {@code gen-n}, points the CNAME {@code current} at it
 * and deletes {@code gen-(n-20)}, so that the zone's content shows which batches it has. Acknowledged batches must be
 * there. A batch whose answer was lost may be there or not, but whole.
 */
final class ChangeWitness {

    static final String ZONE_ID = "Z05ELB";
    static final String ZONE = "elb.us-east-1.amazonaws.test.";
    static final int KEPT = 20;

    private final Control control;
    private final Findings findings;
    private long acknowledged;
    private String lastChange = "";
    private boolean certain;

    ChangeWitness(Control control, Findings findings) {
        this.control = control;
        this.findings = findings;
    }

    synchronized void look() {
        try {
            if (!certain) {
                compare(control.list(ZONE_ID));
            }
            write(acknowledged + 1);
        } catch (InvalidChangeBatchException e) {
            certain = false;
            findings.count("batches that an unanswered one had overtaken");
        } catch (NoSuchChangeException e) {
            findings.violated("GetChange has forgotten " + lastChange + ", which was acknowledged");
        } catch (SdkException e) {
            certain = false;
            findings.count("batches and reads without an answer");
        }
    }

    private void write(long generation) {
        List<Change> changes = new ArrayList<>();
        changes.add(text(ChangeAction.CREATE, generation));
        changes.add(Control.change(ChangeAction.UPSERT, "current." + ZONE, RRType.CNAME, name(generation)));
        if (generation > KEPT) {
            changes.add(text(ChangeAction.DELETE, generation - KEPT));
        }
        lastChange = control.submit(ZONE_ID, changes);
        acknowledged = generation;
        findings.count("batches acknowledged");
    }

    private static Change text(ChangeAction action, long generation) {
        return Control.change(action, name(generation), RRType.TXT, "\"" + generation + "\"");
    }

    private static String name(long generation) {
        return "gen-" + generation + "." + ZONE;
    }

    /** After a pause: compares the zone's content with the acknowledged batches. */
    private void compare(List<ResourceRecordSet> sets) {
        long current = current(sets);
        if (current != acknowledged && current != acknowledged + 1) {
            findings.violated("batch " + acknowledged + " was acknowledged, but the zone is at " + current);
        }
        TreeSet<Long> expected = new TreeSet<>();
        for (long n = Math.max(1, current - KEPT + 1); n <= current; n++) {
            expected.add(n);
        }
        TreeSet<Long> found = generations(sets);
        if (!found.equals(expected)) {
            findings.violated("a part of batch " + current + " is missing: the zone holds " + found);
        }
        if (current > acknowledged) {
            findings.count("unanswered batches that were there");
        }
        if (!lastChange.isEmpty()) {
            control.status(lastChange);
            findings.count("changes asked for again after a silence");
        }
        findings.count("zone compared after a silence");
        acknowledged = current;
        certain = true;
    }

    private static long current(List<ResourceRecordSet> sets) {
        return sets.stream()
                .filter(s -> s.type() == RRType.CNAME)
                .map(s -> s.resourceRecords().getFirst().value())
                .mapToLong(ChangeWitness::generation)
                .findFirst()
                .orElse(0);
    }

    private static TreeSet<Long> generations(List<ResourceRecordSet> sets) {
        TreeSet<Long> found = new TreeSet<>();
        sets.stream()
                .filter(s -> s.type() == RRType.TXT && s.name().startsWith("gen-"))
                .forEach(s -> found.add(generation(s.name())));
        return found;
    }

    private static long generation(String name) {
        return Long.parseLong(name.substring("gen-".length(), name.indexOf('.')));
    }

    /** Waits for the service, reads the zone once more and checks it. */
    synchronized boolean isSettled() {
        try {
            compare(control.list(ZONE_ID));
            return lastChange.isEmpty() || control.status(lastChange).equals("INSYNC");
        } catch (SdkException e) {
            return false;
        }
    }
}
