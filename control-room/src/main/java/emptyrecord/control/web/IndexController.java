package emptyrecord.control.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.run.Check;
import emptyrecord.api.run.Steady;
import emptyrecord.control.watch.Switchboards;
import emptyrecord.control.watch.Watcher;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.steady.SteadyState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The index, the steady state and the samples. */
@RestController
class IndexController {

    private final Watcher watcher;
    private final Switchboards switchboards;

    IndexController(Watcher watcher, Switchboards switchboards) {
        this.watcher = watcher;
        this.switchboards = switchboards;
    }

    /** A browser gets the page, any other client the index of resources. */
    @GetMapping("/")
    ResponseEntity<?> root(@RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT);
        return accept.contains(MediaType.TEXT_HTML_VALUE)
                ? answer.contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .body(new ClassPathResource("/static/index.html"))
                : answer.contentType(MediaType.APPLICATION_JSON).body(index());
    }

    private static Map<String, String> index() {
        Map<String, String> index = new LinkedHashMap<>();
        index.put("/", "with Accept: text/html, the page");
        index.put("/desk/stream", "what the page shows, once a second, as server-sent events");
        index.put("/desk/history", "curves, marks and events up to now; /desk/switches: all faults and guards");
        index.put("/steady", "is the region as on a quiet day?");
        index.put("/samples?after=SEQ&limit=N", "what the control room saw, one entry per tick");
        index.put("/operations", "what operators can do; POST /operations/{name}");
        index.put("/replays", "runs that have a folder; POST starts one");
        index.put("/replays/current", "the running or last replay; DELETE aborts it");
        index.put("/replays/{id}/{file}", "settings.json, events.jsonl, samples.jsonl, report.json, report.html");
        index.put("/runs", "all runs that have a folder; /runs/{id}/playback: what /?run=ID plays back, gzipped");
        index.put("/scenarios", "experiments as files; POST /scenarios/{name}/runs plays one");
        index.put("/scenario-runs/current", "the running or last scenario; DELETE aborts it and takes it back");
        index.put("/drills", "POST starts a drill on a scenario; /drill is the trainees' part of it");
        index.put("/events", "the control room's own events");
        index.put("/guards", "its guards");
        index.put("/chaos", "its faults");
        index.put("/actuator/prometheus", "its metrics");
        return index;
    }

    @GetMapping(Routes.STEADY)
    Steady steady() {
        List<Check> checks = watcher.latest()
                .map(sample -> SteadyState.checks(sample, switchboards.injected()))
                .orElseGet(() -> List.of(new Check("samples", false, "no sample yet")));
        return new Steady(checks.stream().allMatch(Check::ok), checks);
    }

    @GetMapping("/samples")
    List<Sample> samples(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        if (after < 0 || limit < 1 || limit > Watcher.KEPT) {
            throw new IllegalArgumentException(
                    "after must not be negative, limit must lie between 1 and " + Watcher.KEPT);
        }
        return watcher.after(after).stream().limit(limit).toList();
    }
}
