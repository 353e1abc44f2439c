package emptyrecord.lab.dns;

import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The region's HTTP as a reader of states needs it; empty when nobody answers. */
public interface StateReader {

    Optional<JsonNode> json(URI uri);

    Optional<byte[]> bytes(URI uri);
}
