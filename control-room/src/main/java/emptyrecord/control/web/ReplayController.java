package emptyrecord.control.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.run.ReplayRequest;
import emptyrecord.api.run.ReplayView;
import emptyrecord.control.run.Replays;
import emptyrecord.kit.safety.SafetyFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Replays: start, follow, abort, and the files that a run left. */
@RestController
@RequestMapping(Routes.REPLAYS)
class ReplayController {

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplayView start(@RequestBody(required = false) @Nullable ReplayRequest request) {
        return replays.start(Optional.ofNullable(request).orElseGet(ReplayRequest::plain));
    }

    @GetMapping
    List<String> all() {
        return replays.ids();
    }

    @GetMapping(Routes.CURRENT)
    ReplayView current() {
        return replays.current();
    }

    @DeleteMapping(Routes.CURRENT)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplayView abort() {
        return replays.abort();
    }

    @GetMapping("/{id}/{file}")
    ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String file, HttpServletResponse response) {
        Path path = replays.file(id, file);
        response.setHeader(SafetyFilter.CSP, SafetyFilter.SELF_CONTAINED);
        return ResponseEntity.ok().contentType(type(file)).body(new FileSystemResource(path));
    }

    private static MediaType type(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "html" -> MediaType.TEXT_HTML;
            case "json" -> MediaType.APPLICATION_JSON;
            default -> MediaType.APPLICATION_NDJSON;
        };
    }
}
