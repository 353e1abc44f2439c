package emptyrecord.enactor.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lock of an endpoint: one TXT record, whose value is the holder and the second until which it holds (F35). It is
 * taken, renewed and freed by compare-and-swap, and no enactor can break it. It worked; it was not the defect.
 *
 * @param record the current or future record in the zone
 * @param holder an enactor's name
 * @param until end of the hold in epoch seconds of incident time; 0 when free
 */
public record Lock(RecordSet.Text record, String holder, long until) {

    private static final Pattern TEXT = Pattern.compile("holder=(\\S+) until=([0-9]{1,18})");

    static Lock heldBy(String holder, ZoneNames names, Instant now, Duration holdFor) {
        return of(names, holder, now.plus(holdFor).getEpochSecond());
    }

    static Lock freedBy(String holder, ZoneNames names) {
        return of(names, holder, 0);
    }

    /** Reads a lock; other text counts as a free lock, so that a stray record cannot stop the world. */
    static Lock read(RecordSet.Text record) {
        Matcher parts = TEXT.matcher(record.text());
        return parts.matches()
                ? new Lock(record, parts.group(1), Long.parseLong(parts.group(2)))
                : new Lock(record, "", 0);
    }

    boolean heldByAnother(String me, Instant now) {
        return !holder.equals(me) && until > now.getEpochSecond();
    }

    /** Begins a batch: the expected record is deleted, this one is created. */
    Batch.Builder replacing(Optional<RecordSet.Text> believed, ZoneNames names) {
        Batch.Builder batch = Batch.of(names.zone());
        believed.ifPresent(batch::delete);
        return batch.create(record);
    }

    private static Lock of(ZoneNames names, String holder, long until) {
        String text = "holder=" + holder + " until=" + until;
        return new Lock(new RecordSet.Text(names.lock(), text, RecordSet.TTL_SECONDS), holder, until);
    }
}
