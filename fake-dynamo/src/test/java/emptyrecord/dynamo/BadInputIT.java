package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that make no sense are refused with a reason and change nothing; none is half understood. */
class BadInputIT extends KeptItem {

    @Test
    void aReadNamesARangeAnIndexAndASegmentThatAreThere() throws Exception {
        assertRejected(
                query("'Limit':1"),
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        String key = "'KeyConditionExpression':'pk = :p','ExpressionAttributeValues':{':p':{'S':'p'}}";
        assertRejected(query(key + ",'IndexName':'by-n'"), "The table does not have the specified index: by-n");
        assertRejected(
                query(key + ",'ExclusiveStartKey':{'pk':{'S':'p'}}"),
                "The provided starting key is invalid: The provided key element does not match the schema");
        assertRejected(
                query(key.replace("'S':'p'", "'N':'1'")),
                "One or more parameter values were invalid: Condition parameter type does not match schema type");
        String scan = "{'TableName':'ranged',%s}";
        assertRejected(
                call("Scan", scan.formatted("'Segment':2,'TotalSegments':2")),
                "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not "
                        + "less than TotalSegments: 2");
        assertRejected(
                call("Scan", scan.formatted("'Segment':0")),
                "The TotalSegments parameter is required but was not present in the request when Segment parameter is "
                        + "present");
        assertRejected(
                call("Scan", scan.formatted("'TotalSegments':2")),
                "The Segment parameter is required but was not present in the request when parameter TotalSegments is "
                        + "present");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Expected",
                "AttributeUpdates",
                "KeyConditions",
                "ScanFilter",
                "QueryFilter",
                "ConditionalOperator",
                "AttributesToGet"
            })
    void aLegacyParameterIsRefusedBesideAnExpression(String parameter) throws Exception {
        assertRejected(
                update("'UpdateExpression':'REMOVE n','" + parameter + "':{'n':{'Exists':false}}"),
                "Can not use both expression and non-expression parameters in the same request: Non-expression "
                        + "parameters: {" + parameter + "} Expression parameters: {UpdateExpression}");
        assertKept();
    }

    @Test
    void numbersBeyondTheRangeSayWhichEnd() throws Exception {
        String put = "{'TableName':'canary','Item':{'id':{'S':'kept'},'n':{'N':'%s'}}}";
        assertThat(call("PutItem", put.formatted("1E126")).message()).startsWith("Number overflow.");
        assertThat(call("PutItem", put.formatted("1E-131")).message()).startsWith("Number underflow.");
        assertThat(call("PutItem", put.formatted("1".repeat(39))).message())
                .isEqualTo("Attempting to store more than 38 significant digits in a Number");
        assertKept();
    }

    @Test
    void aPartOfABatchOrTransactionIsExactlyOneWrite() throws Exception {
        String item = "'Item':{'id':{'S':'kept'}}";
        String delete = "'Key':{'id':{'S':'kept'}}";
        String exactly = ", must contain exactly one of the supported datatypes";
        String batch = "{'RequestItems':{'canary':[{%s}]}}";
        assertRejected(
                call("BatchWriteItem", batch.formatted("'PutRequest':{" + item + "},'DeleteRequest':{" + delete + "}")),
                "Supplied AttributeValue has more than one datatypes set" + exactly);
        assertRejected(
                call("BatchWriteItem", batch.formatted("'Neither':{}")), "Supplied AttributeValue is empty" + exactly);
        String one = "TransactItems can only contain one of Check, Put, Update or Delete";
        String transaction = "{'TransactItems':[{%s}]}";
        assertRejected(
                call(
                        "TransactWriteItems",
                        transaction.formatted("'Put':{'TableName':'canary'," + item + "},'Delete':{" + KEY + "}")),
                one);
        assertRejected(call("TransactWriteItems", transaction.formatted("'Get':{" + KEY + "}")), one);
        assertRejected(
                call("TransactWriteItems", transaction.formatted("'ConditionCheck':{" + KEY + "}")),
                "1 validation error detected: Value null at 'conditionExpression' failed to satisfy constraint: "
                        + "Member must not be null");
        assertKept();
    }

    @Test
    void membersOfAnotherFormAreAnErrorOfTheForm() throws Exception {
        for (String request : new String[] {
            "'TableName':7,'Key':{'id':{'S':'kept'}}",
            KEY + ",'ConsistentRead':'yes'",
            KEY + ",'ReturnConsumedCapacity':1"
        }) {
            assertThat(call("GetItem", "{" + request + "}").code()).as(request).isEqualTo("SerializationException");
        }
        for (String value :
                new String[] {"{'B':'not base 64!'}", "{'L':'x'}", "{'BOOL':'true'}", "{'S':true}", "{'SS':'x'}"}) {
            assertThat(call("PutItem", "{'TableName':'canary','Item':{'id':{'S':'kept'},'v':" + value + "}}")
                            .code())
                    .as(value)
                    .isEqualTo("SerializationException");
        }
        assertKept();
    }

    @Test
    void valuesNestThirtyTwoLevelsDeep() throws Exception {
        String deep = "{'L':[".repeat(33) + "{'N':'1'}" + "]}".repeat(33);
        assertThat(call("PutItem", "{'TableName':'canary','Item':{'id':{'S':'kept'},'v':" + deep + "}}")
                        .message())
                .contains("Nesting Levels have exceeded supported limits");
        assertKept();
    }
}
