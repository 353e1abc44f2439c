package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Bad requests about an item that has to stay as it is, and about a table with a range key. */
abstract class KeptItem extends ServedProtocol {

    static final String KEY = "'TableName':'canary','Key':{'id':{'S':'kept'}}";

    @BeforeAll
    static void create() throws Exception {
        createRanged("ranged");
        put("ranged", "{'pk':{'S':'p'},'sk':{'N':'5'},'n':{'N':'5'}}");
    }

    @BeforeEach
    void keep() throws Exception {
        put("canary", "{'id':{'S':'kept'},'n':{'N':'5'},'word':{'S':'abc'},'l':{'L':[{'N':'1'}]}}");
    }

    static void assertKept() throws IOException, InterruptedException {
        Reply item = call("GetItem", "{" + KEY + "}");
        assertThat(item.at("/Item/n/N")).isEqualTo("5");
        assertThat(item.body().path("Item").size()).isEqualTo(4);
    }

    static Reply update(String rest) throws IOException, InterruptedException {
        return call("UpdateItem", "{" + KEY + "," + rest + "}");
    }

    static Reply query(String rest) throws IOException, InterruptedException {
        return call("Query", "{'TableName':'ranged'," + rest + "}");
    }
}
