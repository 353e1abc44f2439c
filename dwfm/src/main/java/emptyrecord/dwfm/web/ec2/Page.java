package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** A page of an answer, and the token of the next one. */
record Page<T>(List<T> items, Optional<String> nextToken) {

    /** Bytes of a page as XML, so that a page of many tags is short; a thousand plain instances fit (our choice). */
    static final int BYTES_MAX = 3 << 19;

    /**
     * The page that a caller asks for. A token is good for the request that it was made for: the same action, ids and
     * filters, whatever MaxResults (API reference, "Pagination").
     *
     * @param max items
     * @param after number of the last item before the page, 0 for the first page
     * @param request digest of the action and its parameters
     */
    record Request(int max, long after, String request) {

        /** Parameters that may differ from page to page. */
        private static final Set<String> OF_A_PAGE = Set.of("NextToken", "MaxResults", "DryRun");

        /** @throws Ec2Exception with InvalidParameterValue for MaxResults, InvalidNextToken for a token */
        static Request of(Ec2Form form, int min, int max) {
            String request = form.fingerprint(OF_A_PAGE);
            long after = form.text("NextToken").map(t -> after(t, request)).orElse(0L);
            return new Request(form.number("MaxResults", min, max, max), after, request);
        }

        private static long after(String token, String request) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII).split(" ", -1);
                if (parts.length == 2 && parts[0].equals(request)) {
                    return Long.parseLong(parts[1]);
                }
            } catch (IllegalArgumentException e) {
                throw invalid(token);
            }
            throw invalid(token);
        }

        private static Ec2Exception invalid(String token) {
            return new Ec2Exception(
                    Ec2Error.INVALID_NEXT_TOKEN,
                    "The token '" + Ec2Bounds.shortened(token)
                            + "' is not valid: it must be of an earlier answer to the same request");
        }

        private String token(long last) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((request + " " + last).getBytes(StandardCharsets.US_ASCII));
        }

        /** @param number of an item, from 1; {@code all} is ordered by it */
        <T> Page<T> of(List<T> all, ToLongFunction<T> number, ToLongFunction<T> bytesMax) {
            List<T> page = new ArrayList<>();
            long bytes = 0;
            for (T each : all) {
                if (number.applyAsLong(each) <= after) {
                    continue;
                }
                bytes += bytesMax.applyAsLong(each);
                if (page.size() == max || (bytes > BYTES_MAX && !page.isEmpty())) {
                    return new Page<>(page, Optional.of(token(number.applyAsLong(page.getLast()))));
                }
                page.add(each);
            }
            return new Page<>(page, Optional.empty());
        }
    }
}
