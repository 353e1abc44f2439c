package emptyrecord.api;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.customers.ApiView;
import emptyrecord.api.customers.CustomersState;
import emptyrecord.api.customers.RecoveryView;
import emptyrecord.api.customers.StackView;
import emptyrecord.api.json.ContractJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The wire format of the customers. */
class CustomersContractTest {

    private static final JsonMapper PLAIN = new JsonMapper();

    @Test
    void state() {
        RecoveryView recovery = new RecoveryView(1, 2, 3, 4, 0.5, 157.0, null, 170.25);
        ApiView api = new ApiView(
                "GetItem", Map.of("worked", 5L), Map.of("unresolved", 6L), 7, 8, 9.5, null, 10.5, 11, 12, recovery);
        StackView stack = new StackView("sdk-legacy", "as shipped", 3, .999, 60, 43.2, 1.5, 64.8, List.of(api));
        assertThat(PLAIN.readTree(PLAIN.writeValueAsString(new CustomersState(3, 64.8, List.of(stack)))))
                .isEqualTo(PLAIN.readTree("""
                {"clients":3,"customerMinutesLost":64.8,"stacks":[
                 {"name":"sdk-legacy","setting":"as shipped","clients":3,"objective":0.999,"patienceSeconds":60,
                  "budgetMinutes":43.2,"budgetUsed":1.5,"minutesLost":64.8,"apis":[
                  {"api":"GetItem","results":{"worked":5},"reasons":{"unresolved":6},"requests":7,"answered":8,
                   "requestsPerAction":9.5,"requestsPerFailure":null,"minutesLost":10.5,"harmedNow":11,"neverUp":12,
                   "recovery":{"neverHarmed":1,"byThemselves":2,"afterRestart":3,"notYet":4,"firstHarmed":0.5,
                    "median":157.0,"last":null,"longestMinutes":170.25}}]}]}"""));
    }

    @Test
    void aReaderTakesWhatIsMissing() {
        CustomersState state = ContractJson.MAPPER.readValue(
                "{\"clients\":3,\"new\":1,\"stacks\":[{\"name\":\"breaker\",\"apis\":[{\"api\":\"NLB\"}]}]}",
                CustomersState.class);
        assertThat(state.stacks().getFirst().apis().getFirst().results()).isEmpty();
        assertThat(state.stacks().getFirst().apis().getFirst().recovery()).isNull();
    }
}
