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
    void aStreamHasAViewOrIsNotEnabled() throws Exception {
        String wrong = "One or more parameter values were invalid: StreamViewType ";
        assertRejected(
                create("optioned", ON_DEMAND + ",'StreamSpecification':{'StreamEnabled':true}", PK, HASH),
                wrong + "must be specified when StreamEnabled is true");
        assertRejected(
                create(
                        "optioned",
                        ON_DEMAND + ",'StreamSpecification':{'StreamEnabled':false,'StreamViewType':'KEYS_ONLY'}",
                        PK,
                        HASH),
                wrong + "cannot be specified when StreamEnabled is false");
        assertThat(create("optioned", ON_DEMAND + ",'StreamSpecification':{'StreamViewType':'x'}", PK, HASH)
                        .message())
                .contains("'streamEnabled' failed to satisfy constraint: Member must not be null");
        assertThat(exists("optioned")).isFalse();
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

    private static String update(String more) {
        return "{'TableName':'altered'," + more + "}";
    }

    @Test
    void aProtectedTableIsNotDeleted() throws Exception {
        create("altered", ON_DEMAND + ",'DeletionProtectionEnabled':true", PK, HASH);
        assertRejected(
                call("DeleteTable", update("'x':1")),
                "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection "
                        + "first.");
        Reply open = call("UpdateTable", update("'DeletionProtectionEnabled':false"));
        assertThat(open.at("/TableDescription/DeletionProtectionEnabled")).isEqualTo("false");
        assertThat(call("DeleteTable", update("'x':1")).code()).isEqualTo("ok");
        assertThat(call("UpdateTable", "{'TableName':'canary'}").message()).startsWith("At least one of");
    }

    @Test
    void tagsComeAndGo() throws Exception {
        create("tagged", ON_DEMAND + ",'Tags':[{'Key':'a','Value':'1'}]", PK, HASH);
        String arn = "'ResourceArn':'"
                + call("DescribeTable", "{'TableName':'tagged'}").at("/Table/TableArn") + "'";
        assertThat(call("TagResource", "{" + arn + ",'Tags':[{'Key':'b','Value':'2'}]}")
                        .code())
                .isEqualTo("ok");
        assertThat(call("UntagResource", "{" + arn + ",'TagKeys':['a']}").code())
                .isEqualTo("ok");
        assertThat(call("ListTagsOfResource", "{" + arn + "}").at("/Tags"))
                .isEqualTo("[{\"Key\":\"b\",\"Value\":\"2\"}]");
        assertThat(call("ListTagsOfResource", "{'ResourceArn':'arn:aws:s3:::b'}")
                        .code())
                .isEqualTo("ValidationException");
    }

    @Test
    void itemsExpireByAnAttribute() throws Exception {
        create("expiring");
        String on = "{'TableName':'expiring','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'end'}}";
        assertThat(call("UpdateTimeToLive", on).at("/TimeToLiveSpecification/AttributeName"))
                .isEqualTo("end");
        assertRejected(call("UpdateTimeToLive", on), "TimeToLive is already enabled");
        assertThat(call("DescribeTimeToLive", "{'TableName':'expiring'}").at("/TimeToLiveDescription"))
                .isEqualTo("{\"TimeToLiveStatus\":\"ENABLED\",\"AttributeName\":\"end\"}");
    }

    @Test
    void theAccountHasLimitsAndAnEndpoint() throws Exception {
        assertThat(call("DescribeLimits", "{}").at("/TableMaxReadCapacityUnits"))
                .isEqualTo("40000");
        assertThat(call("DescribeEndpoints", "{}").at("/Endpoints/0/Address"))
                .isEqualTo("dynamodb.us-east-1.amazonaws.com");
    }

    private static final String BY_N = "{'IndexName':'by-n','KeySchema':[{'AttributeName':'n','KeyType':'HASH'}],"
            + "'Projection':{'ProjectionType':'ALL'}}";
    private static final String N = ",{'AttributeName':'n','AttributeType':'N'}";

    private static Reply indexed(String attributes, String indexes) throws IOException, InterruptedException {
        return create("indexed", ON_DEMAND + "," + indexes, attributes, HASH);
    }

    @Test
    void aDefinitionOfIndexesIsRefusedAsTheServiceDoes() throws Exception {
        String wrong = "One or more parameter values were invalid: ";
        String global = "'GlobalSecondaryIndexes':[";
        assertRejected(indexed(PK, global + "]"), wrong + "List of GlobalSecondaryIndexes is empty");
        assertRejected(
                indexed(PK, global + BY_N + "]"),
                wrong + "Some index key attributes are not defined in AttributeDefinitions. Keys: [n], "
                        + "AttributeDefinitions: [pk]");
        assertRejected(indexed(PK + N, global + BY_N + "," + BY_N + "]"), wrong + "Duplicate index name: by-n");
        assertRejected(
                indexed(PK + N, global + (BY_N + ",").repeat(20) + BY_N + "]"),
                wrong + "GlobalSecondaryIndex count exceeds the per-table limit of 20");
        assertRejected(
                indexed(PK + N, global + BY_N.replace("ALL", "INCLUDE") + "]"),
                wrong + "ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
        assertRejected(
                indexed(PK + N, "'LocalSecondaryIndexes':[" + BY_N + "]"),
                wrong + "Table KeySchema does not have a range key, which is required when specifying a "
                        + "LocalSecondaryIndex");
        assertThat(exists("indexed")).isFalse();
    }

    @Test
    void anIndexIsMadeOfTheItemsThatAreThereAndGoes() throws Exception {
        create("filled");
        put("filled", "{'pk':{'S':'a'},'n':{'N':'1'}}");
        put("filled", "{'pk':{'S':'b'},'n':{'S':'no number'}}");
        String update = "{'TableName':'filled','AttributeDefinitions':[" + PK + N + "],'GlobalSecondaryIndexUpdates':[";
        assertThat(call("UpdateTable", update + "{'Create':" + BY_N + "}]}").code())
                .isEqualTo("ok");
        Reply described = call("DescribeTable", "{'TableName':'filled'}");
        assertThat(described.at("/Table/GlobalSecondaryIndexes/0/IndexStatus")).isEqualTo("ACTIVE");
        assertThat(described.at("/Table/GlobalSecondaryIndexes/0/ItemCount")).isEqualTo("1");
        assertThat(described.at("/Table/AttributeDefinitions/1/AttributeName")).isEqualTo("n");
        assertThat(call("Scan", "{'TableName':'filled','IndexName':'by-n'}").at("/Items/0/pk/S"))
                .isEqualTo("a");
        assertRejected(
                call("UpdateTable", update + "{'Create':" + BY_N + "}]}"),
                "Attempting to create an index which already exists");
        String delete = update + "{'Delete':{'IndexName':'by-n'}}]}";
        assertThat(call("UpdateTable", delete).code()).isEqualTo("ok");
        assertThat(call("UpdateTable", delete).code()).isEqualTo("ResourceNotFoundException");
        assertRejected(
                call("Scan", "{'TableName':'filled','IndexName':'by-n'}"),
                "The table does not have the specified index: by-n");
    }
}
