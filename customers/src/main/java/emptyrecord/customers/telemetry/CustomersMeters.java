package emptyrecord.customers.telemetry;

import emptyrecord.customers.core.account.Reason;
import emptyrecord.customers.core.account.Result;
import emptyrecord.customers.core.account.StackStanding;
import emptyrecord.customers.core.stack.Api;
import emptyrecord.customers.core.stack.Stack;
import emptyrecord.customers.fleet.Fleet;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** The accounts of all stacks. They are read when somebody asks, and kept for the other meters of the same scrape. */
public final class CustomersMeters {

    /** Real time. */
    private static final long KEPT_NANOS = Duration.ofMillis(500).toNanos();

    private final MeterRegistry meters;
    private final Fleet fleet;
    private final Map<Stack, Read> read = new ConcurrentHashMap<>();

    private record Read(StackStanding standing, long at) {}

    public CustomersMeters(MeterRegistry meters, Fleet fleet) {
        this.meters = meters;
        this.fleet = fleet;
        fleet.stacks().forEach(this::register);
    }

    private void register(Stack stack) {
        FunctionCounter.builder(
                        "customers.client.minutes.lost",
                        this,
                        m -> m.standing(stack).minutesLost())
                .description("Customer minutes lost, overlaps of APIs counted once")
                .tag("stack", stack.name())
                .register(meters);
        Gauge.builder("customers.clients", this, m -> m.standing(stack).clients())
                .description("Clients")
                .tag("stack", stack.name())
                .register(meters);
        Gauge.builder("customers.budget.used", this, m -> m.standing(stack).budgetUsed())
                .description("Share of thirty days' error budget that the mean client used up")
                .tag("stack", stack.name())
                .register(meters);
        stack.target().apis().forEach(api -> register(stack, api));
    }

    private void register(Stack stack, Api api) {
        for (Result result : Result.values()) {
            counter("customers.actions", stack, api, row -> row.results().getOrDefault(result, 0L))
                    .description("User actions by what the user got")
                    .tag("result", word(result))
                    .register(meters);
        }
        for (Reason reason : Reason.values()) {
            if (reason != Reason.NONE) {
                counter("customers.failures", stack, api, row -> row.reasons().getOrDefault(reason, 0L))
                        .description("User actions that did not work, by why")
                        .tag("reason", word(reason))
                        .register(meters);
            }
        }
        counter("customers.requests", stack, api, StackStanding.Row::requests)
                .description("Requests begun for all actions, retries and hedges included")
                .register(meters);
        counter("customers.requests.answered", stack, api, StackStanding.Row::answered)
                .description("Requests that a server answered")
                .register(meters);
        counter("customers.minutes.lost", stack, api, StackStanding.Row::minutesLost)
                .description("Customer minutes lost with one API")
                .register(meters);
        Gauge.builder("customers.harmed", this, m -> m.row(stack, api).harmedNow())
                .description("Clients whose last action failed")
                .tag("stack", stack.name())
                .tag("api", api.word())
                .register(meters);
    }

    private FunctionCounter.Builder<CustomersMeters> counter(
            String name, Stack stack, Api api, ToDoubleFunction<StackStanding.Row> part) {
        return FunctionCounter.builder(name, this, m -> part.applyAsDouble(m.row(stack, api)))
                .tag("stack", stack.name())
                .tag("api", api.word());
    }

    private StackStanding.Row row(Stack stack, Api api) {
        return Objects.requireNonNull(standing(stack).apis().get(api));
    }

    private StackStanding standing(Stack stack) {
        long now = System.nanoTime();
        Read kept = read.get(stack);
        if (kept == null || now - kept.at() > KEPT_NANOS) {
            kept = new Read(fleet.standing(stack), now);
            read.put(stack, kept);
        }
        return kept.standing();
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
