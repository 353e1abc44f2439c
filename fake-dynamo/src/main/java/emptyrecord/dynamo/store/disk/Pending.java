package emptyrecord.dynamo.store.disk;

/** A batch that is on its way to the disk. */
@FunctionalInterface
public interface Pending {

    /** Nothing had to be written. */
    Pending NONE = () -> {};

    /**
     * Waits until the batch survives as configured.
     *
     * @throws StoreFailure if the disk did not take it; it may be tried again
     */
    void await();
}
