package emptyrecord.control.web;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.client.Routes;
import emptyrecord.api.drill.Declaration;
import emptyrecord.api.drill.DrillEnd;
import emptyrecord.api.drill.DrillRequest;
import emptyrecord.api.drill.DrillStarted;
import emptyrecord.api.drill.DrillView;
import emptyrecord.api.drill.Hint;
import emptyrecord.api.drill.Hypothesis;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.control.drill.Drills;
import emptyrecord.kit.safety.SafetyFilter;
import emptyrecord.scenario.Cause;
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

    @PostMapping(Routes.DRILLS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    DrillStarted start(@RequestBody DrillRequest request) {
        return drills.start(request);
    }

    @DeleteMapping(Routes.DRILLS + Routes.CURRENT)
    DrillEnd end() {
        return drills.end();
    }

    @GetMapping(ControlRoom.DEBRIEF)
    ResponseEntity<Resource> debrief(HttpServletResponse response) {
        Resource page = new FileSystemResource(drills.debrief());
        response.setHeader(SafetyFilter.CSP, SafetyFilter.SELF_CONTAINED);
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(page);
    }

    @GetMapping(Routes.DRILL)
    DrillView view() {
        return drills.view();
    }

    /** The fixed list of causes, the same in every drill. */
    @GetMapping(Routes.DRILL + "/causes")
    Map<String, String> causes() {
        Map<String, String> causes = new LinkedHashMap<>();
        Arrays.stream(Cause.values()).forEach(c -> causes.put(c.label(), c.meaning()));
        return causes;
    }

    @GetMapping(Routes.DRILL + "/actions")
    List<OperationCard> actions() {
        return drills.actions();
    }

    @PostMapping(Routes.DRILL + "/alarms/{id}/read")
    DrillView read(@PathVariable String id) {
        synchronized (drills) {
            drills.desk().read(id);
        }
        return drills.view();
    }

    @PostMapping(Routes.DRILL + "/hints")
    Hint hint() {
        synchronized (drills) {
            return drills.desk().hint();
        }
    }

    @PostMapping(Routes.DRILL + "/declarations")
    DrillView declare(@RequestBody Declaration declaration) {
        synchronized (drills) {
            drills.desk().declare(declaration.incident());
        }
        return drills.view();
    }

    @PostMapping(Routes.DRILL + "/hypotheses")
    DrillView hypothesis(@RequestBody Hypothesis hypothesis) {
        synchronized (drills) {
            drills.desk()
                    .hypothesis(
                            String.valueOf(hypothesis.cause()),
                            Optional.ofNullable(hypothesis.text()).orElse(""));
        }
        return drills.view();
    }

    @PostMapping(Routes.DRILL + "/actions/{operation}")
    Map<String, Object> act(
            @PathVariable String operation, @RequestBody(required = false) @Nullable Map<String, Object> parameters) {
        return drills.act(operation, Optional.ofNullable(parameters).orElse(Map.of()));
    }

    @PostMapping(Routes.DRILL + "/all-clear")
    DrillView allClear() {
        synchronized (drills) {
            drills.desk().allClear();
        }
        return drills.view();
    }
}
