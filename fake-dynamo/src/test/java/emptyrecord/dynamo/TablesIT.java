package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CreateTable, DescribeTable, ListTables, DeleteTable: definitions that the service refuses, and what clients read. */
class TablesIT extends ServedProtocol {

    private static final String ON_DEMAND = "'BillingMode':'PAY_PER_REQUEST'";
    private static final String UNITS = "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':5}";
    private static final String PK = "{'AttributeName':'pk','AttributeType':'S'}";
    private static final String HASH = "{'AttributeName':'pk','KeyType':'HASH'}";

    private static Reply create(String name, String billing, String attributes, String keys)
            throws IOException, InterruptedException {
        String more = billing.isEmpty() ? "" : "," + billing;
        return call(
                "CreateTable",
                "{'TableName':'" + name + "','AttributeDefinitions':[" + attributes + "],'KeySchema':[" + keys + "]"
                        + more + "}");
    }

    private static Reply create(String name) throws IOException, InterruptedException {
        return create(name, ON_DEMAND, PK, HASH);
    }

    private static boolean exists(String name) throws IOException, InterruptedException {
        return call("DescribeTable", "{'TableName':'" + name + "'}").code().equals("ok");
    }

    @Test
    void aTableIsPaidForInOneOfTwoWays() throws Exception {
        assertRejected(
                create("unpaid", "", PK, HASH),
                "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be "
                        + "specified when BillingMode is PROVISIONED");
        assertRejected(
                create("unpaid", ON_DEMAND + "," + UNITS, PK, HASH),
                "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be "
                        + "specified when BillingMode is PAY_PER_REQUEST");
        assertRejected(
                create("unpaid", "'BillingMode':'LATER'", PK, HASH),
                "1 validation error detected: Value 'LATER' at 'billingMode' failed to satisfy constraint: Member must "
                        + "satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]");
        assertThat(exists("unpaid")).isFalse();
        assertThat(create("provisioned", UNITS, PK, HASH).code()).isEqualTo("ok");
    }

    @Test
    void aDescriptionHasWhatClientsRead() throws Exception {
        create("described");
        put("described", "{'pk':{'S':'a'}}");
        Reply described = call("DescribeTable", "{'TableName':'described'}");
        assertThat(described.at("/Table/TableStatus")).isEqualTo("ACTIVE");
        assertThat(described.at("/Table/ItemCount")).isEqualTo("1");
        assertThat(described.at("/Table/TableSizeBytes")).isEqualTo("3");
        assertThat(described.at("/Table/TableArn")).endsWith(":table/described");
        assertThat(described.at("/Table/KeySchema")).isEqualTo("[" + HASH.replace('\'', '"') + "]");
        assertThat(described.at("/Table/ProvisionedThroughput/ReadCapacityUnits"))
                .isEqualTo("0");
        assertThat(described.at("/Table/ProvisionedThroughput/WriteCapacityUnits"))
                .isEqualTo("0");
    }

    @Test
    void aTableMadeAgainIsAnother() throws Exception {
        create("again");
        String first = call("DescribeTable", "{'TableName':'again'}").at("/Table/TableId");
        assertThat(call("DescribeTable", "{'TableName':'again'}").at("/Table/TableId"))
                .isEqualTo(first)
                .hasSize(36);
        put("again", "{'pk':{'S':'a'}}");
        Reply dropped = call("DeleteTable", "{'TableName':'again'}");
        assertThat(dropped.at("/TableDescription/TableStatus")).isEqualTo("DELETING");
        assertThat(exists("again")).isFalse();
        create("again");
        Reply second = call("DescribeTable", "{'TableName':'again'}");
        assertThat(second.at("/Table/TableId")).isNotEqualTo(first);
        assertThat(second.at("/Table/ItemCount")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"ab", "a table", "a/b", "täble"})
    void aNameHasThreeLettersOrMoreAndNoOthers(String name) throws Exception {
        assertThat(create(name).message()).startsWith("Invalid table/index name.  Table/index names must be between 3");
        assertThat(exists(name)).isFalse();
    }

    @Test
    void theKeyIsOneHashAndMaybeARangeThatAreDefined() throws Exception {
        assertRejected(
                create("keys", ON_DEMAND, PK, "{'AttributeName':'pk','KeyType':'RANGE'}"),
                "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        assertRejected(
                create(
                        "keys",
                        ON_DEMAND,
                        PK + ",{'AttributeName':'sk','AttributeType':'N'}",
                        "{'AttributeName':'sk','KeyType':'RANGE'}"),
                "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        assertRejected(
                create("keys", ON_DEMAND, PK + ",{'AttributeName':'idle','AttributeType':'S'}", HASH),
                "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match "
                        + "number of attributes defined in AttributeDefinitions");
        assertRejected(
                create("keys", ON_DEMAND, PK, "{'AttributeName':'other','KeyType':'HASH'}"),
                "One or more parameter values were invalid: Some index key attributes are not defined in "
                        + "AttributeDefinitions. Keys: [other], AttributeDefinitions: [pk]");
        assertThat(create("keys", ON_DEMAND, PK.replace("'S'", "'M'"), HASH).message())
                .contains("Member must satisfy enum value set: [B, N, S]: a key has type S, N or B, not M");
        assertThat(exists("keys")).isFalse();
    }

    @Test
    void anOptionThatIsNotThereIsRefusedAndNotIgnored() throws Exception {
        assertRejected(
                create("optioned", ON_DEMAND + ",'StreamSpecification':{'StreamEnabled':true}", PK, HASH),
                "StreamSpecification is not supported by this region; leave it out");
    }

    @Test
    void whatIsNotThereCannotBeDeletedAndWhatIsThereCannotBeMade() throws Exception {
        Reply missing = call("DeleteTable", "{'TableName':'nowhere'}");
        assertThat(missing.code()).isEqualTo("ResourceNotFoundException");
        assertThat(missing.message()).isEqualTo("Requested resource not found: Table: nowhere not found");
        Reply twice = create("canary");
        assertThat(twice.code()).isEqualTo("ResourceInUseException");
        assertThat(twice.message()).isEqualTo("Table already exists: canary");
    }

    @Test
    void namesComeInPagesThatEndWithTheNextOnesStart() throws Exception {
        for (String name : new String[] {"page-a", "page-b", "page-c"}) {
            create(name);
        }
        Reply page = call("ListTables", "{'ExclusiveStartTableName':'page-','Limit':2}");
        assertThat(page.at("/TableNames")).isEqualTo("[\"page-a\",\"page-b\"]");
        assertThat(page.at("/LastEvaluatedTableName")).isEqualTo("page-b");
        Reply rest = call("ListTables", "{'ExclusiveStartTableName':'page-b'}");
        assertThat(rest.at("/TableNames/0")).isEqualTo("page-c");
        assertThat(rest.at("/LastEvaluatedTableName")).isEmpty();
        assertThat(call("ListTables", "{'Limit':101}").message()).contains("less than or equal to 100");
        assertThat(call("ListTables", "{'Limit':'2'}").code()).isEqualTo("SerializationException");
    }
}
