package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;

/** Amazon Resource Names of tables and indexes, of the one account of this region. */
final class Arn {

    private static final String TABLE = "arn:aws:dynamodb:us-east-1:123456789012:table/";

    private Arn() {}

    static String of(String table) {
        return TABLE + table;
    }

    static String of(String table, String index) {
        return TABLE + table + "/index/" + index;
    }

    /** @throws Refusal if it is no ARN of a table here */
    static String tableOf(String arn) {
        if (!arn.startsWith(TABLE)) {
            throw Refusal.validation("Invalid TableArn: Invalid ResourceArn provided as input " + arn);
        }
        return arn.substring(TABLE.length());
    }
}
