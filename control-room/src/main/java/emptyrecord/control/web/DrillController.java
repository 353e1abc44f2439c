package emptyrecord.control.web;

import emptyrecord.control.drill.DrillRequest;
import emptyrecord.control.drill.DrillView;
import emptyrecord.control.drill.Drills;
import emptyrecord.control.operations.Operation;
import emptyrecord.kit.safety.SafetyFilter;
import emptyrecord.scenario.Cause;
import emptyrecord.scenario.DrillCard;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drills: {@code /drills} is the facilitator's, {@code /drill} the trainees'. */
@RestController
class DrillController {

    private final Drills drills;

    DrillController(Drills drills) {
        this.drills = drills;
    }

    /** A hypothesis: a cause of the list, and words. */
    record Hypothesis(String cause, @Nullable String text) {}

    /** Whether it is an incident. */
    record Declaration(boolean incident) {}

    @PostMapping("/drills")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Drills.Started start(@RequestBody DrillRequest request) {
        return drills.start(request);
    }

    @DeleteMapping("/drills/current")
    Drills.Debriefed end() {
        return drills.end();
    }

    @GetMapping("/drills/current/debrief")
    ResponseEntity<Resource> debrief(HttpServletResponse response) {
        Resource page = new FileSystemResource(drills.debrief());
        response.setHeader(SafetyFilter.CSP, SafetyFilter.SELF_CONTAINED);
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(page);
    }

    @GetMapping("/drill")
    DrillView view() {
        return drills.view();
    }

    /** The fixed list of causes, the same in every drill. */
    @GetMapping("/drill/causes")
    Map<String, String> causes() {
        Map<String, String> causes = new LinkedHashMap<>();
        Arrays.stream(Cause.values()).forEach(c -> causes.put(c.label(), c.meaning()));
        return causes;
    }

    @GetMapping("/drill/actions")
    List<Operation.Card> actions() {
        return drills.actions();
    }

    @PostMapping("/drill/alarms/{id}/read")
    DrillView read(@PathVariable String id) {
        synchronized (drills) {
            drills.desk().read(id);
        }
        return drills.view();
    }

    @PostMapping("/drill/hints")
    DrillCard.Hint hint() {
        synchronized (drills) {
            return drills.desk().hint();
        }
    }

    @PostMapping("/drill/declarations")
    DrillView declare(@RequestBody Declaration declaration) {
        synchronized (drills) {
            drills.desk().declare(declaration.incident());
        }
        return drills.view();
    }

    @PostMapping("/drill/hypotheses")
    DrillView hypothesis(@RequestBody Hypothesis hypothesis) {
        synchronized (drills) {
            drills.desk()
                    .hypothesis(
                            String.valueOf(hypothesis.cause()),
                            Optional.ofNullable(hypothesis.text()).orElse(""));
        }
        return drills.view();
    }

    @PostMapping("/drill/actions/{operation}")
    Map<String, Object> act(
            @PathVariable String operation, @RequestBody(required = false) @Nullable Map<String, Object> parameters) {
        return drills.act(operation, Optional.ofNullable(parameters).orElse(Map.of()));
    }

    @PostMapping("/drill/all-clear")
    DrillView allClear() {
        synchronized (drills) {
            drills.desk().allClear();
        }
        return drills.view();
    }
}
