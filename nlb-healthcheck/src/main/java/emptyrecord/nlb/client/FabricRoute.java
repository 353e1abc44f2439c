package emptyrecord.nlb.client;

/**
 * A way through the VPC fabric: it exists when the target is propagated in the caller's zone and the caller in the
 * target's; otherwise nothing answers.
 */
record FabricRoute(String fromZone, String fromInstance, String toInstance) {

    /** The request that opens it. */
    String connect() {
        return "CONNECT " + toInstance + ":80 HTTP/1.1\r\nHost: " + toInstance + ":80\r\nX-From-Az: " + fromZone
                + "\r\nX-From-Instance: " + fromInstance + "\r\n\r\n";
    }
}
