package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors in a request are reported in DynamoDB's words, so that clients can be pointed at this region instead. */
class ValidationIT extends ServedProtocol {

    @BeforeAll
    static void create() throws Exception {
        createRanged("checked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'SS':[]} | One or more parameter values were invalid: An string set  may not be empty",
                "{'SS':['a','a']} | One or more parameter values were invalid: Input collection [a, a] contains "
                        + "duplicates.",
                "{'NS':['1','1.0']} | Input collection contains duplicates",
                "{'BS':['AA==','AA==']} | One or more parameter values were invalid: Input collection [AA==, AA==]of "
                        + "type BS contains duplicates.",
                "{'S':'a','N':'1'} | Supplied AttributeValue has more than one datatypes set, must contain exactly one "
                        + "of the supported datatypes",
                "{} | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
                "{'NULL':false} | One or more parameter values were invalid: Null attribute value types must have the "
                        + "value of true",
                "{'N':'NaN'} | The parameter cannot be converted to a numeric value: NaN",
                "{'N':'1_0'} | The parameter cannot be converted to a numeric value: 1_0"
            })
    void aValueHasOneTypeAndWhatTheTypeAllows(String value, String message) throws Exception {
        assertRejected(call("PutItem", "{'TableName':'canary','Item':{'id':{'S':'x'},'v':" + value + "}}"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "00042 | 42",
                "-0 | 0",
                "1.5E2 | 150",
                "100.00 | 100",
                "1E125 | 1"
                        + "00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                        + "000000000000000000000000000000000000"
            })
    void aNumberIsKeptInItsOneForm(String number, String kept) throws Exception {
        put("canary", "{'id':{'S':'number'},'v':{'N':'" + number + "'}}");
        assertThat(call("GetItem", "{'TableName':'canary','Key':{'id':{'S':'number'}}}")
                        .at("/Item/v/N"))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"111111111111111111111111111111111111111", "1E126", "1E-131", "Infinity", "' 1'", "''"})
    void aNumberOutsideDynamoDbsRangeIsRejected(String number) throws Exception {
        Reply reply = call("PutItem", "{'TableName':'canary','Item':{'id':{'S':'x'},'v':{'N':'" + number + "'}}}");
        assertThat(reply.code()).isEqualTo("ValidationException");
    }

    @Test
    void anItemNeedsItsWholeKeyInTheTypesOfTheTable() throws Exception {
        assertRejected(
                call("PutItem", "{'TableName':'checked','Item':{'pk':{'S':'p'}}}"),
                "One or more parameter values were invalid: Missing the key sk in the item");
        assertRejected(
                call("PutItem", "{'TableName':'checked','Item':{'pk':{'S':'p'},'sk':{'S':'x'}}}"),
                "One or more parameter values were invalid: Type mismatch for key sk expected: N actual: S");
        assertRejected(
                call("PutItem", "{'TableName':'checked','Item':{'pk':{'S':''},'sk':{'N':'1'}}}"),
                "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an "
                        + "empty string value. Key: pk");
    }

    @Test
    void aKeyHasTheKeyAttributesAndNoOthers() throws Exception {
        String words = "The provided key element does not match the schema";
        assertRejected(call("GetItem", "{'TableName':'checked','Key':{'pk':{'S':'p'}}}"), words);
        assertRejected(
                call("GetItem", "{'TableName':'checked','Key':{'pk':{'S':'p'},'sk':{'N':'1'},'x':{'S':'1'}}}"), words);
    }

    @Test
    void projectionsMayNotOverlap() throws Exception {
        assertRejected(
                call("GetItem", "{'TableName':'canary','Key':{'id':{'S':'p'}},'ProjectionExpression':'m, m.k'}"),
                "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one "
                        + "of these paths; path one: [m], path two: [m, k]");
    }

    @Test
    void membersThatAreMissingAreNamed() throws Exception {
        String words = "1 validation error detected: Value null at '%s' failed to satisfy constraint: "
                + "Member must not be null";
        assertRejected(call("PutItem", "{'TableName':'canary'}"), words.formatted("item"));
        assertRejected(call("GetItem", "{'TableName':'canary'}"), words.formatted("key"));
    }

    @Test
    void choicesThatAreNotThereAreListed() throws Exception {
        assertRejected(
                call("UpdateItem", "{'TableName':'canary','Key':{'id':{'S':'b'}},'ReturnValues':'WRONG'}"),
                "1 validation error detected: Value 'WRONG' at 'returnValues' failed to satisfy constraint: Member must "
                        + "satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]");
        assertRejected(
                call("PutItem", "{'TableName':'canary','Item':{'id':{'S':'x'}},'ReturnValues':'ALL_NEW'}"),
                "ReturnValues can only be ALL_OLD or NONE");
    }

    @Test
    void whatIsNoRequestAtAllIsAnErrorOfItsForm() throws Exception {
        assertThat(call("PutItem", "{").code()).isEqualTo("SerializationException");
        assertThat(call("PutItem", "[]").message()).isEqualTo("Start of structure or map found where not expected");
        assertThat(call("PutItem", "{'TableName':'canary','Item':{'id':{'S':'x'},'v':{'N':1}}}")
                        .code())
                .isEqualTo("SerializationException");
        assertThat(call("Sing", "{}").code()).isEqualTo("UnknownOperationException");
    }
}
