package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** UpdateItem: the effect of an expression on an item, the returned attributes, and the words of each refusal. */
class UpdateIT extends ServedProtocol {

    private static Reply update(String id, String expression, String more) throws IOException, InterruptedException {
        String values =
                expression.contains(":v") || more.contains(":v") ? ",'ExpressionAttributeValues':{':v':{'N':'5'}}" : "";
        return call(
                "UpdateItem",
                "{'TableName':'canary','Key':{'id':{'S':'" + id + "'}},'UpdateExpression':'" + expression + "'" + values
                        + more + "}");
    }

    private static String returned(String id, String expression, String returns)
            throws IOException, InterruptedException {
        Reply reply = update(id, expression, ",'ReturnValues':'" + returns + "'");
        assertThat(reply.code()).as(reply.message()).isEqualTo("ok");
        return reply.at("/Attributes");
    }

    @Test
    void anUpdateMakesTheItemThatIsNotThere() throws Exception {
        assertThat(returned("new", "SET n = :v", "ALL_NEW")).contains("\"id\":{\"S\":\"new\"}", "\"n\":{\"N\":\"5\"}");
        assertThat(returned("none", "SET n = :v", "ALL_OLD"))
                .as("there was nothing")
                .isEmpty();
    }

    @Test
    void updatedAttributesAreReturnedAlongTheirPaths() throws Exception {
        put("canary", "{'id':{'S':'m'},'m':{'M':{'a':{'N':'1'},'b':{'N':'2'}}},'y':{'N':'3'}}");
        assertThat(returned("m", "SET m.b = :v", "UPDATED_OLD")).isEqualTo("{\"m\":{\"M\":{\"b\":{\"N\":\"2\"}}}}");
        assertThat(returned("m", "SET m.b = m.b + :v", "UPDATED_NEW"))
                .isEqualTo("{\"m\":{\"M\":{\"b\":{\"N\":\"10\"}}}}");
        assertThat(returned("m", "REMOVE y", "UPDATED_NEW")).isEmpty();
        assertThat(returned("m", "REMOVE y", "ALL_NEW")).doesNotContain("\"y\"").contains("\"a\":{\"N\":\"1\"}");
    }

    @Test
    void listsCountFromTheOldListAndGrowAtTheirEnd() throws Exception {
        put("canary", "{'id':{'S':'l'},'l':{'L':[{'S':'zero'},{'S':'one'},{'S':'two'},{'S':'three'}]}}");
        assertThat(returned("l", "REMOVE l[1], l[2] SET n = :v", "UPDATED_NEW")).contains("\"n\"");
        assertThat(returned("l", "SET l[9] = :v", "ALL_NEW"))
                .contains("{\"L\":[{\"S\":\"zero\"},{\"S\":\"three\"},{\"N\":\"5\"}]}");
    }

    @Test
    void numbersAreExactTo38Digits() throws Exception {
        put("canary", "{'id':{'S':'n'},'n':{'N':'9007199254740993'}}");
        assertThat(returned("n", "SET n = n - :v", "UPDATED_NEW")).isEqualTo("{\"n\":{\"N\":\"9007199254740988\"}}");
        put("canary", "{'id':{'S':'n'},'n':{'N':'99999999999999999999999999999999999995'}}");
        assertThat(returned("n", "ADD n :v", "UPDATED_NEW")).contains("100000000000000000000000000000000000000");
    }

    @Test
    void aSetThatLosesItsLastElementIsGone() throws Exception {
        put("canary", "{'id':{'S':'s'},'s':{'NS':['1','5.0']}}");
        String five = ",'ExpressionAttributeValues':{':s':{'NS':['5','1.00']}},'ReturnValues':'ALL_NEW'";
        assertThat(update("s", "DELETE s :s", five).at("/Attributes")).isEqualTo("{\"id\":{\"S\":\"s\"}}");
        assertThat(update("s", "ADD s :s", five).at("/Attributes/s/NS")).contains("\"1\"", "\"5\"");
    }

    @Test
    void whatIsNotThereIsRemovedWithoutAnErrorButNotBelowNothing() throws Exception {
        put("canary", "{'id':{'S':'r'},'m':{'M':{}}}");
        assertThat(update("r", "REMOVE m.nothing, gone", "").code()).isEqualTo("ok");
        assertRejected(
                update("r", "REMOVE nothing.deeper", ""),
                "The document path provided in the update expression is invalid for update");
    }

    @Test
    void aConditionIsDecidedOnTheItemBeforeTheUpdate() throws Exception {
        put("canary", "{'id':{'S':'c'},'n':{'N':'5'}}");
        String condition = ",'ConditionExpression':'n = :v'";
        assertThat(update("c", "SET n = n + :v", condition).code()).isEqualTo("ok");
        Reply second = update("c", "SET n = n + :v", condition);
        assertThat(second.code()).isEqualTo("ConditionalCheckFailedException");
        assertThat(second.message()).isEqualTo("The conditional request failed");
        assertThat(call("GetItem", "{'TableName':'canary','Key':{'id':{'S':'c'}}}")
                        .at("/Item/n/N"))
                .isEqualTo("10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SET | Invalid UpdateExpression: Syntax error; token: \"<EOF>\", near: \"SET\"",
                "SET n = :v SET m = :v | Invalid UpdateExpression: The \"SET\" section can only be used once in an "
                        + "update expression;",
                "FOO n = :v | Invalid UpdateExpression: Syntax error; token: \"FOO\", near: \"FOO n = :v\"",
                "SET n = :v, n = :v | Invalid UpdateExpression: Two document paths overlap with each other; must remove "
                        + "or rewrite one of these paths; path one: [n], path two: [n]",
                "SET m.a = :v REMOVE m | Invalid UpdateExpression: Two document paths overlap with each other; must "
                        + "remove or rewrite one of these paths; path one: [m, a], path two: [m]",
                "SET id = :v | One or more parameter values were invalid: Cannot update attribute id. This attribute is "
                        + "part of the key",
                "SET n = absent | The provided expression refers to an attribute that does not exist in the item",
                "DELETE n :v | Invalid UpdateExpression: Incorrect operand type for operator or function; operator: "
                        + "DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND",
                "SET status = :v | Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: "
                        + "status",
                "SET n = foo(:v) | Invalid UpdateExpression: Invalid function name; function: foo",
                "SET n = #n | Invalid UpdateExpression: An expression attribute name used in the document path is not "
                        + "defined; attribute name: #n"
            })
    void wrongExpressionsAreRejectedInTheWordsOfDynamoDb(String expression, String message) throws Exception {
        assertRejected(update("wrong", expression, ""), message);
        assertThat(call("GetItem", "{'TableName':'canary','Key':{'id':{'S':'wrong'}}}")
                        .at("/Item"))
                .isEmpty();
    }

    private static Reply legacy(String more) throws IOException, InterruptedException {
        return call(
                "UpdateItem",
                "{'TableName':'canary','Key':{'id':{'S':'legacy'}},'ReturnValues':'ALL_NEW'," + more + "}");
    }

    @Test
    void legacyUpdatesAndExpectationsDoTheSame() throws Exception {
        put("canary", "{'id':{'S':'legacy'},'n':{'N':'1'},'gone':{'S':'x'},'s':{'NS':['1','2']}}");
        Reply updated = legacy("'AttributeUpdates':{'n':{'Action':'ADD','Value':{'N':'2'}},'gone':{'Action':'DELETE'},"
                + "'s':{'Action':'DELETE','Value':{'NS':['2']}},'a.b':{'Value':{'S':'dotted'}}},"
                + "'Expected':{'n':{'Value':{'N':'1'}},'absent':{'Exists':false}}");
        assertThat(updated.at("/Attributes/n/N")).isEqualTo("3");
        assertThat(updated.at("/Attributes/s/NS")).isEqualTo("[\"1\"]");
        assertThat(updated.at("/Attributes/a.b/S")).isEqualTo("dotted");
        assertThat(updated.at("/Attributes/gone")).isEmpty();
        assertThat(legacy("'AttributeUpdates':{'n':{'Value':{'N':'9'}}},'Expected':{'n':{'ComparisonOperator':'GT',"
                                + "'AttributeValueList':[{'N':'3'}]}}")
                        .code())
                .isEqualTo("ConditionalCheckFailedException");
        assertRejected(
                legacy("'AttributeUpdates':{'n':{'Action':'ADD'}}"),
                "One or more parameter values were invalid: Only DELETE action is allowed when no attribute value is "
                        + "specified");
        assertRejected(
                legacy("'Expected':{'n':{'Exists':false,'Value':{'N':'1'}}}"),
                "One or more parameter values were invalid: Value cannot be used when Exists is false for Attribute: n");
    }
}
