package emptyrecord.dwfm.instances;

/** Accepts network state. */
public interface NetworkStateSink {

    Outcome send(NetworkState news);

    /** The result of one try. */
    sealed interface Outcome {
        record Accepted() implements Outcome {}

        /** Not now; try again later. */
        record Later(String reason) implements Outcome {}

        /** It will never be accepted: one side has a defect. */
        record Never(String reason) implements Outcome {}
    }
}
