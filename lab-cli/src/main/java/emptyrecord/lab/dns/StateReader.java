package emptyrecord.lab.dns;

import emptyrecord.api.client.Resource;
import java.net.URI;
import java.util.Optional;

/** HTTP for reading states; no answer is empty. */
public interface StateReader {

    <T> Optional<T> read(URI service, Resource<T> resource);

    Optional<byte[]> bytes(URI uri);
}
