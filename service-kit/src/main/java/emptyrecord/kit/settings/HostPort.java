package emptyrecord.kit.settings;

import java.net.InetSocketAddress;

/** Reads {@code host:port}. */
public final class HostPort {

    private HostPort() {}

    /**
     * @param text for example {@code 127.0.0.1:5300}
     * @param setting the setting's name, for the error
     * @throws IllegalArgumentException with what to write instead
     */
    public static InetSocketAddress parse(String text, String setting) {
        int colon = text.lastIndexOf(':');
        try {
            if (colon > 0) {
                return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
            }
        } catch (IllegalArgumentException e) {
            // falls through to the sentence that says what to write
        }
        throw new IllegalArgumentException(
                setting + " must be host:port, for example 127.0.0.1:5300, not '" + text + "'");
    }
}
