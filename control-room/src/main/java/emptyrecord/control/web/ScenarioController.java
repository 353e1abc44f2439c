package emptyrecord.control.web;

import emptyrecord.control.run.ScenarioRequest;
import emptyrecord.control.run.ScenarioRunView;
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

    /** Body of {@code POST /scenario-runs}: a file and the options of its run. */
    record File(
            String name,
            String text,
            @Nullable Long seed,
            @Nullable List<String> guards) {}

    @GetMapping("/scenarios")
    List<Card> all() {
        return files.names().stream().map(files::shipped).map(Card::of).toList();
    }

    @GetMapping(value = "/scenarios/{name}", produces = "application/yaml")
    String text(@PathVariable String name) {
        return runs.text(name);
    }

    @PostMapping("/scenarios/{name}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ScenarioRunView start(@PathVariable String name, @RequestBody(required = false) @Nullable ScenarioRequest request) {
        ScenarioRequest wanted = Optional.ofNullable(request).orElseGet(() -> new ScenarioRequest(null, null));
        return runs.start(name, runs.text(name), wanted);
    }

    @PostMapping("/scenario-runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ScenarioRunView start(@RequestBody File file) {
        if (file.name() == null || file.text() == null) {
            throw new IllegalArgumentException(
                    "Give name and text of the file, for example {\"name\":\"mine\",\"text\":\"…\"}");
        }
        return runs.start(file.name(), file.text(), new ScenarioRequest(file.seed(), file.guards()));
    }

    @GetMapping("/scenario-runs/current")
    ScenarioRunView current() {
        return runs.current();
    }

    @DeleteMapping("/scenario-runs/current")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ScenarioRunView abort() {
        return runs.abort();
    }

    @GetMapping("/scenario-runs/{id}/{file}")
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
