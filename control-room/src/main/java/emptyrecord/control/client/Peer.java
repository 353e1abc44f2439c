package emptyrecord.control.client;

import java.net.URI;

/** A service of the lab: its name as in events, and where it listens. */
public record Peer(String name, URI url) {}
