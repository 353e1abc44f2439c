package emptyrecord.dynamo.store.disk;

/** The disk did not do its part: a write was not acknowledged, or a read is not possible now. The message says what to do. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreFailure(String message) {
        super(message);
    }
}
