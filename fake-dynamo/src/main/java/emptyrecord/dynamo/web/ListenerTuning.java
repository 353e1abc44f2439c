package emptyrecord.dynamo.web;

/** Settings of the JDK's HTTP server, which it reads once, when its first class is loaded. */
public final class ListenerTuning {

    private ListenerTuning() {}

    /** To be called before the first listener is made; values given on the command line win. */
    public static void apply() {
        // without it the answer's second packet waits for a delayed acknowledgement: 40 ms a call
        set("sun.net.httpserver.nodelay", "true");
        // clients pool connections and close them by their own life time (F52); the server must not be the first
        set("sun.net.httpserver.idleInterval", "600");
        set("sun.net.httpserver.maxIdleConnections", "4000");
        // a client that begins a request and never ends it does not hold its thread for ever (real seconds)
        set("sun.net.httpserver.maxReqTime", "30");
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
