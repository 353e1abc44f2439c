package emptyrecord.enactor.core;

/** The number of a plan; a plan is newer than another if its number is greater (F30). */
public record PlanGeneration(long value) implements Comparable<PlanGeneration> {

    /** Older than every plan: the value for a target that is no plan of ours. */
    public static final PlanGeneration NONE = new PlanGeneration(0);

    public boolean newerThan(PlanGeneration other) {
        return value > other.value;
    }

    @Override
    public int compareTo(PlanGeneration other) {
        return Long.compare(value, other.value);
    }
}
