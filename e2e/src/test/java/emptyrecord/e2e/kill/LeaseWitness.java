package emptyrecord.e2e.kill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads the lease table again and again. A row's epoch never goes back and a row never goes away, so no acknowledged
 * write is lost; the reserved times of two holders of a droplet never overlap; one holder's never shrinks.
 */
final class LeaseWitness {

    private final Supplier<List<LeaseRows.Row>> table;
    private final Findings findings;
    private final Map<String, LeaseRows.Row> seen = new HashMap<>();

    LeaseWitness(Supplier<List<LeaseRows.Row>> table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    void look() {
        List<LeaseRows.Row> now;
        try {
            now = table.get();
        } catch (SdkException e) {
            findings.count("readings of the lease table without an answer");
            return;
        }
        findings.count("readings of the lease table");
        if (now.size() < seen.size()) {
            findings.violated("the lease table had " + seen.size() + " rows and has " + now.size());
        }
        now.forEach(this::judge);
    }

    private void judge(LeaseRows.Row row) {
        LeaseRows.Row before = seen.put(row.droplet(), row);
        if (before == null || before.equals(row)) {
            return;
        }
        findings.count("rows of the lease table that moved on");
        boolean same = before.holder().equals(row.holder());
        if (row.epoch() <= before.epoch()) {
            findings.violated("the lease table went back from " + before + " to " + row);
        } else if (!same && row.writtenAt().isBefore(before.reservedUntil())) {
            findings.violated("two holders reserve one droplet: " + before + " and " + row);
        } else if (same && row.reservedUntil().isBefore(before.reservedUntil())) {
            findings.violated("a holder's reserved time shrinks: " + before + " and " + row);
        }
    }
}
