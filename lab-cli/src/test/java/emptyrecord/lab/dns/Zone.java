package emptyrecord.lab.dns;

import java.util.ArrayList;
import java.util.List;

/** Builds the records of an endpoint's zone for tests. */
final class Zone {

    static final String REGIONAL = "dynamodb.us-east-1.amazonaws.test";

    private final List<ZoneRecord> records = new ArrayList<>();

    static Zone with(String apex, String rollback) {
        Zone zone = new Zone();
        zone.alias(REGIONAL, apex + "." + REGIONAL);
        zone.alias("_rollback." + REGIONAL, rollback + "." + REGIONAL);
        return zone;
    }

    Zone lock(String holder, long until) {
        String text = "\"holder=" + holder + " until=" + until + "\"";
        records.add(new ZoneRecord("_lock." + REGIONAL, "TXT", null, 0, List.of(text), null));
        return this;
    }

    Zone tree(String label) {
        String set = label + "." + REGIONAL;
        records.add(new ZoneRecord("lb-1a." + set, "A", null, 0, List.of("127.0.1.10"), null));
        records.add(new ZoneRecord(set, "A", "lb-1a", 100, List.of(), "lb-1a." + set));
        return this;
    }

    private void alias(String name, String target) {
        records.add(new ZoneRecord(name, "A", null, 0, List.of(), target));
    }

    List<ZoneRecord> records() {
        return records;
    }
}
