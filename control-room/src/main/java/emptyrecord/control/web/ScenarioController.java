package emptyrecord.control.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.run.ScenarioFile;
import emptyrecord.api.run.ScenarioRequest;
import emptyrecord.api.run.ScenarioRunView;
import emptyrecord.control.run.ScenarioRuns;
import emptyrecord.kit.safety.SafetyFilter;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.reader.ScenarioFiles;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** Scenarios: those that come with the lab, and runs of them or of any file. */
@RestController
class ScenarioController {

    private final ScenarioFiles files;
    private final ScenarioRuns runs;

    ScenarioController(ScenarioFiles files, ScenarioRuns runs) {
        this.files = files;
        this.runs = runs;
    }

    /** One line of {@code GET /scenarios}. */
    record Card(String name, String title, String description, List<String> tags, boolean drill) {
        static Card of(Scenario s) {
            return new Card(
                    s.name(), s.title(), s.description(), s.tags(), s.drill().isPresent());
        }
    }

    @GetMapping(Routes.SCENARIOS)
    List<Card> all() {
        return files.names().stream().map(files::shipped).map(Card::of).toList();
    }

    @GetMapping(value = Routes.SCENARIOS + "/{name}", produces = "application/yaml")
    String text(@PathVariable String name) {
        return runs.text(name);
    }

    @PostMapping(Routes.SCENARIOS + "/{name}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ScenarioRunView start(@PathVariable String name, @RequestBody(required = false) @Nullable ScenarioRequest request) {
        ScenarioRequest wanted = Optional.ofNullable(request).orElseGet(ScenarioRequest::plain);
        return runs.start(name, runs.text(name), wanted);
    }

    @PostMapping(Routes.SCENARIO_RUNS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ScenarioRunView start(@RequestBody ScenarioFile file) {
        if (file.name() == null || file.text() == null) {
            throw new IllegalArgumentException(
                    "Give name and text of the file, for example {\"name\":\"mine\",\"text\":\"…\"}");
        }
        return runs.start(file.name(), file.text(), new ScenarioRequest(file.seed(), file.guards()));
    }

    @GetMapping(Routes.SCENARIO_RUNS + Routes.CURRENT)
    ScenarioRunView current() {
        return runs.current();
    }

    @DeleteMapping(Routes.SCENARIO_RUNS + Routes.CURRENT)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ScenarioRunView abort() {
        return runs.abort();
    }

    @GetMapping(Routes.SCENARIO_RUNS + "/{id}/{file}")
    ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String file, HttpServletResponse response) {
        Resource found = new FileSystemResource(runs.file(id, file));
        response.setHeader(SafetyFilter.CSP, SafetyFilter.SELF_CONTAINED);
        return ResponseEntity.ok().contentType(type(file)).body(found);
    }

    private static MediaType type(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "html" -> MediaType.TEXT_HTML;
            case "json" -> MediaType.APPLICATION_JSON;
            case "yaml" -> MediaType.valueOf("application/yaml");
            default -> MediaType.APPLICATION_NDJSON;
        };
    }
}
