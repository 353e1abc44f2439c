package emptyrecord.customers.core.stack;

import java.util.List;

/** What a stack depends on. */
public enum Target {
    DYNAMODB(Api.READ, Api.WRITE),
    LOAD_BALANCER(Api.REQUEST);

    private final List<Api> apis;

    Target(Api... apis) {
        this.apis = List.of(apis);
    }

    /** The kinds of user actions that its clients make, in turn. */
    public List<Api> apis() {
        return apis;
    }
}
