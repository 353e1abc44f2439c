package emptyrecord.control.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.drill.Answer;
import emptyrecord.api.drill.Assignment;
import emptyrecord.api.drill.Decision;
import emptyrecord.api.drill.DrillRight;
import emptyrecord.api.drill.DrillView;
import emptyrecord.api.drill.Question;
import emptyrecord.api.drill.Remark;
import emptyrecord.api.drill.Stakeholder;
import emptyrecord.api.drill.UpdateTemplate;
import emptyrecord.control.drill.Drills;
import emptyrecord.control.drill.core.Caller;
import emptyrecord.control.drill.core.TeamDesk;
import emptyrecord.scenario.reader.DrillKit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What only a drill with roles has; who may do what is {@link emptyrecord.api.drill.DrillRole}. */
@RestController
class DrillTeamController {

    private final Drills drills;

    DrillTeamController(Drills drills) {
        this.drills = drills;
    }

    @GetMapping(Routes.DRILLS + "/stakeholders")
    List<Stakeholder> stakeholders() {
        return DrillKit.stakeholders();
    }

    @PostMapping(Routes.DRILLS + Routes.CURRENT + "/injects/{stakeholder}")
    Question inject(@PathVariable String stakeholder) {
        return drills.inject(stakeholder);
    }

    @GetMapping(Routes.DRILL + "/updates/templates")
    List<UpdateTemplate> templates() {
        return DrillKit.updates();
    }

    @PostMapping(Routes.DRILL + "/notes")
    DrillView note(
            @RequestAttribute(name = DrillRoles.CALLER, required = false) @Nullable Caller caller,
            @RequestBody Remark note) {
        return done(caller, DrillRight.NOTE, team -> team.note(note.kind(), note.text()));
    }

    @PostMapping(Routes.DRILL + "/updates")
    DrillView update(
            @RequestAttribute(name = DrillRoles.CALLER, required = false) @Nullable Caller caller,
            @RequestBody Remark update) {
        return done(caller, DrillRight.UPDATE, team -> team.update(update.kind(), update.text()));
    }

    @PostMapping(Routes.DRILL + "/assignments")
    DrillView assign(
            @RequestAttribute(name = DrillRoles.CALLER, required = false) @Nullable Caller caller,
            @RequestBody Assignment assignment) {
        return done(caller, DrillRight.ASSIGN, team -> team.assign(assignment.role(), assignment.text()));
    }

    @PostMapping(Routes.DRILL + "/questions/{number}/answer")
    DrillView answer(
            @RequestAttribute(name = DrillRoles.CALLER, required = false) @Nullable Caller caller,
            @PathVariable int number,
            @RequestBody Answer answer) {
        return done(caller, DrillRight.ANSWER, team -> team.answer(number, answer.text()));
    }

    @PostMapping(Routes.DRILL + "/proposals/{number}")
    DrillView decide(
            @RequestAttribute(name = DrillRoles.CALLER, required = false) @Nullable Caller caller,
            @PathVariable int number,
            @RequestBody Decision decision) {
        drills.decide(caller, number, decision.approve(), decision.text());
        return drills.view(caller);
    }

    private DrillView done(@Nullable Caller caller, DrillRight right, Consumer<TeamDesk> how) {
        synchronized (drills) {
            how.accept(drills.desk(caller, right).team());
            return drills.view(caller);
        }
    }
}
