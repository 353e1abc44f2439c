package emptyrecord.dwfm.instances;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The table of instances as the front end uses it: the only place where they are. This process is its only writer; the
 * versions notice another one. Reads are consistent. All methods throw {@link TableException}.
 */
public interface InstanceTable extends AutoCloseable {

    /** @param version grows with every write of the row, from 1 */
    record Stored(Instance instance, long version) {}

    /**
     * Rows.
     *
     * @param instances in no order
     * @param stocked whether the region has got its standing instances, or is to have none
     */
    record Contents(List<Stored> instances, List<Attempt> attempts, boolean stocked) {
        public Contents {
            instances = List.copyOf(instances);
            attempts = List.copyOf(attempts);
        }
    }

    /** A change of one row. */
    sealed interface Change {

        /** Key of the row. */
        String key();

        /** @param known version that the row has; 0 if there is none */
        record Put(Instance instance, long known) implements Change {
            @Override
            public String key() {
                return instance.id();
            }
        }

        /** Forgets an instance. */
        record Remove(String key, long known) implements Change {}

        /** An attempt begins. */
        record Begin(Attempt attempt) implements Change {
            @Override
            public String key() {
                return attempt.name();
            }
        }

        /** An attempt is over, and its instance runs. Refused if the attempt is given up or not in the table. */
        record Placed(String key) implements Change {}

        /** Nobody waits for an attempt any more. Refused if it is not in the table. */
        record GiveUp(String key) implements Change {}

        /** An attempt is over, and nothing of it is on its droplet. Nothing changes if there is none of that name. */
        record Settle(String key) implements Change {}

        /** The region has its standing instances. */
        record Stock() implements Change {
            @Override
            public String key() {
                return "stocked";
            }
        }
    }

    /** Everything. */
    Contents load();

    /** The rows with these keys, as far as they exist. */
    Contents read(Collection<String> keys);

    /** The version of each instance, by id. */
    Map<String, Long> versions();

    /** The same of these instances, as far as they exist. */
    Map<String, Long> versions(Collection<String> ids);

    /**
     * Reserves numbers for new instances; none is given twice.
     *
     * @return the last of them
     */
    long reserve(int count);

    /**
     * Makes all of the changes or none, even if this process or the table's is killed meanwhile.
     *
     * @param changes each of another row; more than a hundred may be {@code Put} and {@code Stock} only
     */
    void write(List<Change> changes);

    @Override
    void close();
}
