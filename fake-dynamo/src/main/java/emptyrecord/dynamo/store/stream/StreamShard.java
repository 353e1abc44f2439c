package emptyrecord.dynamo.store.stream;

import java.util.Optional;

/**
 * A part of a stream.
 *
 * @param number from 0
 * @param since epoch milliseconds of incident time
 * @param first number of its first record, or of the one that will be
 * @param last number of its last record, once it takes no more; less than {@code first} if it never had one
 * @param parent the one before it, while that still has records
 */
public record StreamShard(int number, long since, long first, Optional<Long> last, Optional<StreamShard> parent) {

    StreamShard until(long end) {
        return new StreamShard(number, since, first, Optional.of(end), parent);
    }
}
