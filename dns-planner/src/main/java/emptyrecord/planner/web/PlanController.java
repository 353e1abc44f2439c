package emptyrecord.planner.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.planner.PlanLine;
import emptyrecord.api.planner.PublishedPlan;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.kit.web.NotFoundException;
import emptyrecord.planner.core.Plan;
import emptyrecord.planner.planning.PlanHistory;
import emptyrecord.planner.telemetry.PlanTraces;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /plans}, {@code /plans/latest}, {@code /plans/{generation}}: the history, read-only. */
@RestController
@RequestMapping(Routes.PLANS)
class PlanController {

    private final PlanHistory history;
    private final PlanTraces traces;

    PlanController(PlanHistory history, PlanTraces traces) {
        this.history = history;
        this.traces = traces;
    }

    @GetMapping
    List<PlanLine> all() {
        return history.all().stream()
                .map(p -> new PlanLine(p.generation(), p.createdAt()))
                .toList();
    }

    /** The plan's trace travels in the answer's header, so that the enactors' passes belong to it. */
    @GetMapping(Routes.LATEST)
    PublishedPlan latest(HttpServletResponse response) {
        return history.latest()
                .map(plan -> traced(plan, response))
                .orElseThrow(() -> new NotFoundException(
                        "There is no plan yet: no load balancer has answered since the planner started"));
    }

    @GetMapping("/{generation}")
    PublishedPlan one(@PathVariable long generation) {
        return history.find(generation)
                .map(PlanController::published)
                .orElseThrow(() -> new NotFoundException(
                        "There is no plan " + generation + "; GET /plans lists the ones that are kept"));
    }

    private PublishedPlan traced(Plan plan, HttpServletResponse response) {
        TraceContext trace = traces.of(plan.generation());
        if (!trace.isNone()) {
            response.setHeader(TraceContext.HEADER, trace.traceparent());
        }
        return published(plan);
    }

    private static PublishedPlan published(Plan plan) {
        return new PublishedPlan(
                plan.generation(),
                plan.createdAt(),
                plan.endpoints().stream()
                        .map(e -> new PublishedPlan.Endpoint(e.name(), e.zone(), e.tree(), leaves(e.loadBalancers())))
                        .toList());
    }

    private static List<PublishedPlan.LoadBalancer> leaves(List<Plan.LoadBalancer> all) {
        return all.stream()
                .map(l -> new PublishedPlan.LoadBalancer(l.name(), l.address(), l.weight(), l.ipv6()))
                .toList();
    }
}
