package emptyrecord.kit.limits;

/**
 * The form of a refusal in a foreign protocol. A service that speaks one has a bean of this type; requests that no form
 * covers are refused by problem details (RFC 9457). A form writes from memory alone, because it is used when the
 * service is short of resources.
 */
public interface RefusalForm {

    /** @param path decoded, without query */
    boolean covers(String path);

    Answer answer(Refusal refusal);

    /** @param status of HTTP, which may differ from the refusal's where the protocol has its own */
    record Answer(int status, String contentType, byte[] body) {}
}
