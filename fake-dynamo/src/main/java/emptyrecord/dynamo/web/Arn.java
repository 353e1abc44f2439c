package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.store.stream.StreamReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amazon Resource Names of tables and indexes, of the one account of this region. */
final class Arn {

    private static final String TABLE = "arn:aws:dynamodb:us-east-1:123456789012:table/";

    private static final String STREAM = "/stream/";

    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private Arn() {}

    static String of(String table) {
        return TABLE + table;
    }

    static String of(String table, String index) {
        return TABLE + table + "/index/" + index;
    }

    static String ofStream(String table, Instant since) {
        return of(table) + STREAM + label(since);
    }

    /** A stream's label: its time in milliseconds. */
    static String label(Instant since) {
        return LABEL.format(since.atOffset(ZoneOffset.UTC));
    }

    /**
     * The table and the time in a stream's ARN.
     *
     * @throws Refusal if it is no ARN of a stream here
     */
    static StreamReader.Start streamOf(String arn) {
        int at = arn.indexOf(STREAM);
        if (arn.startsWith(TABLE) && at > TABLE.length()) {
            try {
                LocalDateTime since = LocalDateTime.parse(arn.substring(at + STREAM.length()), LABEL);
                return new StreamReader.Start(
                        arn.substring(TABLE.length(), at),
                        since.toInstant(ZoneOffset.UTC).toEpochMilli());
            } catch (DateTimeException | ArithmeticException e) {
                throw noStream(arn);
            }
        }
        throw noStream(arn);
    }

    private static Refusal noStream(String arn) {
        return Refusal.validation("Invalid StreamArn: " + arn + " is not the ARN of a stream in this region");
    }

    /** @throws Refusal if it is no ARN of a table here */
    static String tableOf(String arn) {
        if (!arn.startsWith(TABLE)) {
            throw Refusal.validation("Invalid TableArn: Invalid ResourceArn provided as input " + arn);
        }
        return arn.substring(TABLE.length());
    }
}
