package emptyrecord.route53.web;

import emptyrecord.route53.core.RecordKey;
import emptyrecord.route53.core.RecordSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Record sets of one answer, and where the next one begins. A page ends by count or by bytes, so a page of long values
 * has fewer. It has at least one record set, however long that is.
 *
 * @param bytes of its record sets as XML, at most
 */
record RecordPage(List<RecordSet> sets, Optional<RecordKey> next, long bytes) {

    /** Bytes after which no further record set is begun: three hundred of the night's are shorter. Our choice. */
    static final long BYTES_MAX = 192 * 1024;

    /** @param max most record sets */
    static RecordPage of(Iterator<RecordSet> all, int max) {
        List<RecordSet> sets = new ArrayList<>();
        long bytes = 0;
        while (all.hasNext()) {
            RecordSet set = all.next();
            long more = RecordSetXml.bytesMax(set);
            if (sets.size() == max || (bytes + more > BYTES_MAX && !sets.isEmpty())) {
                return new RecordPage(sets, Optional.of(set.key()), bytes);
            }
            sets.add(set);
            bytes += more;
        }
        return new RecordPage(sets, Optional.empty(), bytes);
    }
}
