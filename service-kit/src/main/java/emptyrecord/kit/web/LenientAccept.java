package emptyrecord.kit.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Reads {@code Accept}. One that cannot be read counts as absent (RFC 9110 section 12.5.1 leaves it to the server): with
 * Spring's own reading the problem detail of an error could not be negotiated either, and 400 came without a reason.
 */
public final class LenientAccept implements ContentNegotiationStrategy {

    private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) {
        try {
            return header.resolveMediaTypes(request);
        } catch (HttpMediaTypeNotAcceptableException e) {
            return MEDIA_TYPE_ALL_LIST;
        }
    }
}
