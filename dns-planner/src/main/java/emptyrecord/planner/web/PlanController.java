package emptyrecord.planner.web;

import emptyrecord.kit.web.NotFoundException;
import emptyrecord.planner.core.Plan;
import emptyrecord.planner.planning.PlanHistory;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /plans}, {@code /plans/latest}, {@code /plans/{generation}}: the history, read-only. */
@RestController
@RequestMapping("/plans")
class PlanController {

    private final PlanHistory history;

    PlanController(PlanHistory history) {
        this.history = history;
    }

    record Line(long generation, Instant createdAt) {}

    @GetMapping
    List<Line> all() {
        return history.all().stream()
                .map(p -> new Line(p.generation(), p.createdAt()))
                .toList();
    }

    @GetMapping("/latest")
    Plan latest() {
        return history.latest()
                .orElseThrow(() -> new NotFoundException(
                        "There is no plan yet: no load balancer has answered since the planner started"));
    }

    @GetMapping("/{generation}")
    Plan one(@PathVariable long generation) {
        return history.find(generation)
                .orElseThrow(() -> new NotFoundException(
                        "There is no plan " + generation + "; GET /plans lists the ones that are kept"));
    }
}
