package emptyrecord.api.event;

import emptyrecord.api.Event;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The subject of an event: the keys of {@link Event#ids()}. Values are strings, numbers and booleans only. */
public enum EventId {
    PLAN("plan"),
    ACTIVE_BEFORE("activeBefore"),
    HELD_BACK("heldBack"),
    ENDPOINT("endpoint"),
    ZONE("zone"),
    CHANGE("change"),
    LOCK_CHANGE("lockChange"),
    BUILD_CHANGE("buildChange"),
    APPLIED("applied"),
    WHY("why"),
    COMPLETE("complete"),
    REASON("reason"),
    ATTEMPT("attempt"),
    BACK_OFF_SECONDS("backOffSeconds"),
    FROZEN("frozen"),
    LOAD_BALANCER("loadBalancer"),
    ADDRESS("address"),
    TABLE("table"),
    HASH_KEY("hashKey"),
    ITEMS("items"),
    NAME("name"),
    WAS_POSSIBLE("wasPossible"),
    POSSIBLE("possible"),
    LAUNCHES_PER_MINUTE("launchesPerMinute"),
    HOST("host"),
    DROPPED("dropped"),
    ROWS("rows"),
    HELD("held"),
    GOES_ON("goesOn"),
    SHARE("share"),
    WIRING("wiring"),
    AZ("az"),
    DELAY_SECONDS("delaySeconds"),
    QUEUE_LENGTH("queueLength"),
    PER_ZONE("perZone"),
    BEFORE("before"),
    UNHEALTHY_SHARE("unhealthyShare"),
    ON("on"),
    NODE("node"),
    INSTANCE("instance"),
    CHECKER("checker"),
    NODES("nodes"),
    CHECKERS("checkers"),
    GUARD("guard"),
    FAULT("fault"),
    MAGNITUDE("magnitude"),
    TARGET("target"),
    ADDRESSES("addresses"),
    POINT("point"),
    BECAUSE("because"),
    BY("by"),
    LASTED_SECONDS("lastedSeconds"),
    OVER_SECONDS("overSeconds"),
    WORST_SECONDS("worstSeconds"),
    WORST_INCIDENT_SECONDS("worstIncidentSeconds"),
    EXIT_STATUS("exitStatus"),
    ACTION("action"),
    OPERATION("operation"),
    ROUND("round"),
    ENACTOR("enactor"),
    OUTCOME("outcome"),
    AT("at"),
    ID("id"),
    STATUS("status"),
    SEED("seed"),
    GUARDS("guards"),
    TRIGGER("trigger"),
    SCENARIO("scenario"),
    HERE("here"),
    STACK("stack"),
    CLIENTS("clients"),
    DROPLETS("droplets"),
    DROPLET("droplet"),
    HOLDER("holder"),
    EPOCH("epoch"),
    OBEYED("obeyed"),
    OBEYED_EPOCH("obeyedEpoch"),
    KEPT_BACK("keptBack"),
    FACT("fact"),
    ENDPOINTS("endpoints");

    private static final Map<String, EventId> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventId::key, Function.identity()));

    private final String key;

    EventId(String key) {
        this.key = key;
    }

    /** For example {@code activeBefore}. */
    public String key() {
        return key;
    }

    /** Null when the event does not have it. */
    public @Nullable Object of(Event event) {
        return of(event.ids());
    }

    /** Null when it is not among the ids. */
    public @Nullable Object of(Map<String, ?> ids) {
        return ids.get(key);
    }

    /** The first of these ids that the event has; empty when it has none. */
    public static Optional<Object> first(Event event, EventId... ids) {
        return Arrays.stream(ids)
                .map(id -> id.of(event))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Its value as text; {@code otherwise} when the event does not have it. */
    public String text(Event event, String otherwise) {
        Object value = of(event);
        return value == null ? otherwise : String.valueOf(value);
    }

    /** {@code otherwise} when the event has no such number. */
    public Number number(Event event, Number otherwise) {
        return of(event) instanceof Number n ? n : otherwise;
    }

    /** Whether the event has it with the value {@code true}. */
    public boolean flag(Event event) {
        return Boolean.TRUE.equals(of(event));
    }

    /** Whether the event has it with this value. */
    public boolean is(Event event, Object value) {
        return value.equals(of(event));
    }

    /** The id with this key; empty when none has it. */
    public static Optional<EventId> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The ids in the form of an event. */
    public static Map<String, Object> keys(Map<EventId, ?> ids) {
        Map<String, Object> keys = new LinkedHashMap<>();
        ids.forEach((id, value) -> keys.put(id.key(), value));
        return keys;
    }
}
