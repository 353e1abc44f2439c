package emptyrecord.api.client;

/**
 * The paths of the services' own interfaces. Controllers serve them, {@link Resources}, {@link Changes} and
 * {@link ControlRoom} ask for them, and nobody else spells them.
 */
public final class Routes {

    /** Of every service. */
    public static final String FAULTS = "/chaos";

    public static final String GUARDS = "/guards";
    public static final String POINTS = "/points";
    public static final String HOSTS = "/hosts";
    public static final String CLOCK = "/clock";
    public static final String REGION = "/region";
    public static final String EVENTS = "/events";

    /** Of every service: Spring Boot's own health. */
    public static final String HEALTH = "/actuator/health";

    /** Of every service that has a state. */
    public static final String STATE = "/state";

    /** Of the planner and of each enactor. */
    public static final String FREEZE = "/freeze";

    public static final String PLANS = "/plans";
    public static final String APPLY = "/apply";
    public static final String ANSWERS = "/answers";
    public static final String INSTANCES = "/instances";
    public static final String DROPLETS = "/droplets";

    /** Of the customers. */
    public static final String STACKS = "/stacks";

    /** Operators' actions: at the control room all of them, at another service its own. */
    public static final String OPERATIONS = "/operations";

    public static final String THROTTLE = OPERATIONS + "/throttle";
    public static final String WIRING = OPERATIONS + "/wiring";
    public static final String API_LIMIT = OPERATIONS + "/api-limit";
    public static final String WORKERS = OPERATIONS + "/workers";
    public static final String AUTO_FAILOVER = OPERATIONS + "/auto-failover";

    /** Of the control room. */
    public static final String STEADY = "/steady";

    public static final String REPLAYS = "/replays";
    public static final String RUNS = "/runs";
    public static final String SCENARIOS = "/scenarios";
    public static final String SCENARIO_RUNS = "/scenario-runs";
    public static final String DRILLS = "/drills";
    public static final String DRILL = "/drill";

    /** Below a list, a path to the last one or to the one that goes on. */
    public static final String LATEST = "/latest";

    public static final String CURRENT = "/current";

    private Routes() {}
}
