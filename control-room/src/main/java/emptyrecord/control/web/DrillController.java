package emptyrecord.control.web;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.client.Routes;
import emptyrecord.api.drill.Declaration;
import emptyrecord.api.drill.DrillEnd;
import emptyrecord.api.drill.DrillRequest;
import emptyrecord.api.drill.DrillRight;
import emptyrecord.api.drill.DrillStarted;
import emptyrecord.api.drill.DrillView;
import emptyrecord.api.drill.Hint;
import emptyrecord.api.drill.Hypothesis;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.control.drill.Drills;
import emptyrecord.control.drill.core.Caller;
import emptyrecord.control.drill.core.DrillDesk;
import emptyrecord.control.drill.core.RunbookAction;
import emptyrecord.kit.safety.SafetyFilter;
import emptyrecord.scenario.Cause;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.springframework.web.bind.annotation.RequestAttribute;
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
    DrillView view(@RequestAttribute(name = DrillRoles.CALLER, required = false) @Nullable Caller caller) {
        return drills.view(caller);
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
    DrillView read(
            @RequestAttribute(name = DrillRoles.CALLER, required = false) @Nullable Caller caller,
            @PathVariable String id) {
        return done(caller, DrillRight.READ, desk -> desk.read(id));
    }

    @PostMapping(Routes.DRILL + "/hints")
    Hint hint(@RequestAttribute(name = DrillRoles.CALLER, required = false) @Nullable Caller caller) {
        synchronized (drills) {
            return drills.desk(caller, DrillRight.HINT).hint();
        }
    }

    @PostMapping(Routes.DRILL + "/declarations")
    DrillView declare(
            @RequestAttribute(name = DrillRoles.CALLER, required = false) @Nullable Caller caller,
            @RequestBody Declaration declaration) {
        return done(caller, DrillRight.DECLARE, desk -> desk.declare(declaration.incident(), declaration.severity()));
    }

    @PostMapping(Routes.DRILL + "/hypotheses")
    DrillView hypothesis(
            @RequestAttribute(name = DrillRoles.CALLER, required = false) @Nullable Caller caller,
            @RequestBody Hypothesis hypothesis) {
        String text = Optional.ofNullable(hypothesis.text()).orElse("");
        return done(caller, DrillRight.HYPOTHESIS, desk -> desk.hypothesis(String.valueOf(hypothesis.cause()), text));
    }

    @PostMapping(Routes.DRILL + "/actions/{operation}")
    Map<String, Object> act(
            @RequestAttribute(name = DrillRoles.CALLER, required = false) @Nullable Caller caller,
            @PathVariable String operation,
            @RequestBody(required = false) @Nullable Map<String, Object> parameters) {
        return drills.act(
                caller,
                new RunbookAction(operation, Optional.ofNullable(parameters).orElse(Map.of())));
    }

    @PostMapping(Routes.DRILL + "/all-clear")
    DrillView allClear(@RequestAttribute(name = DrillRoles.CALLER, required = false) @Nullable Caller caller) {
        return done(caller, DrillRight.ALL_CLEAR, DrillDesk::allClear);
    }

    private DrillView done(@Nullable Caller caller, DrillRight right, Consumer<DrillDesk> how) {
        synchronized (drills) {
            how.accept(drills.desk(caller, right));
            return drills.view(caller);
        }
    }
}
