package emptyrecord.customers;

import emptyrecord.customers.core.stack.Stack;
import emptyrecord.customers.core.stack.Stacks;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the customers. All numbers are our choice.
 *
 * @param clients of each stack, 0 to 1000, default 3
 * @param stacks the number of clients by stack, for those that differ; 0 leaves a stack out
 * @param actionEvery incident time between two actions of a client, at least 1s, default 2m
 * @param processLife incident time after which a client's process is replaced, by a deployment or auto-scaling; default
 *     6h; 0s: never
 * @param inFlightMax actions of one client under way, 1 to 100, default 4; more are refused
 * @param dynamoUrl where DynamoDB is, by its name
 * @param table with the hash key {@code id}, default {@code canary}
 * @param nlbName name of the application behind the load balancer
 * @param nlbPort its port, default 7100
 * @param requestTimeout real time for connecting and for an answer, default 2s
 */
@Validated
@ConfigurationProperties("customers")
public record CustomersSettings(
        @DefaultValue("3") @Min(0) @Max(1000) int clients,
        @DefaultValue Map<String, Integer> stacks,
        @DefaultValue("2m") @NotNull Duration actionEvery,
        @DefaultValue("6h") @NotNull Duration processLife,
        @DefaultValue("4") @Min(1) @Max(100) int inFlightMax,

        @DefaultValue("http://dynamodb.us-east-1.amazonaws.test:8000") @NotNull
        URI dynamoUrl,

        @DefaultValue("canary") @NotBlank String table,

        @DefaultValue("my-app.elb.us-east-1.amazonaws.test") @NotBlank
        String nlbName,

        @DefaultValue("7100") @Min(1) @Max(65_535) int nlbPort,
        @DefaultValue("2s") @NotNull Duration requestTimeout) {

    /** All clients together, because each takes some heap. */
    static final int CLIENTS_MAX = 2000;

    public CustomersSettings {
        stacks = Map.copyOf(stacks);
        checkNames(stacks);
        if (actionEvery.compareTo(Duration.ofSeconds(1)) < 0 || processLife.isNegative()) {
            throw new IllegalArgumentException("customers.action-every must be 1s or more, not " + actionEvery
                    + ", and customers.process-life not negative, not " + processLife);
        }
        if (requestTimeout.toMillis() < 1 || dynamoUrl.getHost() == null) {
            throw new IllegalArgumentException("customers.request-timeout must be 1ms or more, not " + requestTimeout
                    + ", and customers.dynamo-url must have a host, not " + dynamoUrl);
        }
        long all = sizes(clients, stacks).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        if (all > CLIENTS_MAX) {
            throw new IllegalArgumentException("customers.clients and customers.stacks make " + all
                    + " clients; at most " + CLIENTS_MAX + " fit into one process. Make customers.clients smaller");
        }
    }

    private static void checkNames(Map<String, Integer> stacks) {
        List<String> known = Stacks.all().stream().map(Stack::name).toList();
        new TreeMap<>(stacks).forEach((name, count) -> {
            if (!known.contains(name) || count < 0) {
                throw new IllegalArgumentException("customers.stacks." + name + "=" + count
                        + " is not a number of clients, 0 or more, of one of " + String.join(", ", known));
            }
        });
    }

    /** Clients of each stack, in the order of the stacks; those without any are left out. */
    Map<Stack, Integer> sizes() {
        return sizes(clients, stacks);
    }

    private static Map<Stack, Integer> sizes(int clients, Map<String, Integer> stacks) {
        Map<Stack, Integer> sizes = new LinkedHashMap<>();
        for (Stack stack : Stacks.all()) {
            int count = stacks.getOrDefault(stack.name(), clients);
            if (count > 0) {
                sizes.put(stack, count);
            }
        }
        return sizes;
    }
}
