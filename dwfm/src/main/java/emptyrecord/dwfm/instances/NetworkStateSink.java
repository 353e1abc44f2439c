package emptyrecord.dwfm.instances;

/** Takes network state. */
public interface NetworkStateSink {

    Outcome send(NetworkState news);

    /** The result of one try. */
    sealed interface Outcome {
        record Accepted() implements Outcome {}

        /** Not now; to be tried again. */
        record Later(String reason) implements Outcome {}

        /** It will never be accepted: one side has a defect. */
        record Never(String reason) implements Outcome {}
    }
}
