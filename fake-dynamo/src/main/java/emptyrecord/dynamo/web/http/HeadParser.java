package emptyrecord.dynamo.web.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/** Reads a request's head, and stops at {@link Bounds#HEAD_BYTES}: the library limits only lines and their number. */
final class HeadParser extends DefaultHttpRequestParser {

    HeadParser(Http1Config config) {
        super(config);
    }

    @Override
    public ClassicHttpRequest parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        return super.parse(buffer, new Limited(in));
    }

    private static final class Limited extends FilterInputStream {

        private int left = Bounds.HEAD_BYTES;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left <= 0) {
                throw new MessageConstraintException("The head is longer than " + Bounds.HEAD_BYTES + " bytes");
            }
            int got = super.read(bytes, from, Math.min(length, left));
            left -= Math.max(0, got);
            return got;
        }
    }
}
