package emptyrecord.e2e.kill;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Reads plans as an enactor does: a plan once seen exists for ever, unchanged, and generations only grow. */
final class PlanWitness {

    private static final int REMEMBERED = 30;
    private static final JsonMapper JSON = new JsonMapper();

    private final Service planner;
    private final Findings findings;
    private final TreeMap<Long, String> seen = new TreeMap<>();
    private boolean wasSilent;

    PlanWitness(Service planner, Findings findings) {
        this.planner = planner;
        this.findings = findings;
    }

    synchronized void look() {
        Optional<String> latest = read("/plans/latest");
        if (latest.isEmpty()) {
            wasSilent = true;
            return;
        }
        long generation = JSON.readTree(latest.get()).path("generation").asLong();
        if (!seen.isEmpty() && generation < seen.lastKey()) {
            findings.violated("the planner went back from plan " + seen.lastKey() + " to " + generation);
        }
        if (seen.put(generation, latest.get()) == null) {
            findings.count("plans seen");
        }
        if (seen.size() > REMEMBERED) {
            seen.pollFirstEntry();
        }
        if (wasSilent) {
            readAllAgain();
        }
    }

    private void readAllAgain() {
        for (Map.Entry<Long, String> plan : seen.entrySet()) {
            Optional<String> again = read("/plans/" + plan.getKey());
            if (again.isEmpty()) {
                return;
            }
            findings.count("plans read again after a restart");
            if (!again.get().equals(plan.getValue())) {
                findings.violated("plan " + plan.getKey() + " was " + plan.getValue() + " and is now " + again.get());
            }
        }
        wasSilent = false;
    }

    /** Empty while the planner does not answer; its report that it has no such plan is an answer. */
    private Optional<String> read(String path) {
        try {
            HttpResponse<String> answer = planner.get(path);
            boolean none = answer.statusCode() == 404 && path.endsWith("latest") && seen.isEmpty();
            return none ? Optional.empty() : Optional.of(answer.body());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    synchronized long latest() {
        return seen.isEmpty() ? 0 : seen.lastKey();
    }
}
