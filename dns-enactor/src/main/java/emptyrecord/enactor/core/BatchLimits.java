package emptyrecord.enactor.core;

/**
 * What one ChangeResourceRecordSets request may carry, by Route 53's count: an UPSERT counts twice, an ALIAS is one
 * record without characters (docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html). A tree that is
 * larger is built and deleted by several batches; the flip never is, so it stays atomic.
 *
 * @param records most ResourceRecord elements; {@value #RECORDS_MIN} or more, so that each batch makes progress
 * @param characters most characters in Value elements
 */
public record BatchLimits(int records, int characters) {

    /** Route 53's own. */
    public static final BatchLimits ROUTE53 = new BatchLimits(1000, 32_000);

    /** The lock's DELETE and CREATE, those of the apex that a sparing clean-up asserts, and one DELETE. */
    public static final int RECORDS_MIN = 5;

    /** The lock's two texts and one address, with room for long holders' names. */
    private static final int CHARACTERS_MIN = 1000;

    public BatchLimits {
        if (records < RECORDS_MIN) {
            throw new IllegalArgumentException(
                    "a batch must have room for " + RECORDS_MIN + " records or more, not " + records);
        }
        if (characters < CHARACTERS_MIN) {
            throw new IllegalArgumentException(
                    "a batch must have room for " + CHARACTERS_MIN + " characters or more, not " + characters);
        }
    }

    /** As many changes from the first on as one request may carry. */
    Batch cut(Batch whole) {
        int recordsLeft = records;
        int charactersLeft = characters;
        int fitting = 0;
        for (Batch.Change change : whole.changes()) {
            int times = change.op() == Batch.Op.UPSERT ? 2 : 1;
            recordsLeft -= times;
            charactersLeft -= times * characters(change.set());
            if (recordsLeft < 0 || charactersLeft < 0) {
                break;
            }
            fitting++;
        }
        return new Batch(whole.zone(), whole.changes().subList(0, fitting));
    }

    private static int characters(RecordSet set) {
        return switch (set) {
            case RecordSet.Address a -> a.address().length();
            case RecordSet.Text t -> t.text().length() + 2;
            case RecordSet.Alias a -> 0;
            case RecordSet.WeightedAlias w -> 0;
        };
    }
}
