package emptyrecord.control.web;

import emptyrecord.api.client.Routes;
import emptyrecord.control.playback.Playback;
import emptyrecord.control.run.RunFolders;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All runs that have a folder, replays, scenarios and drills alike, and what the page plays back of one. */
@RestController
@RequestMapping(Routes.RUNS)
class RunsController {

    private final RunFolders runs;

    RunsController(RunFolders runs) {
        this.runs = runs;
    }

    /** Ids, newest first. */
    @GetMapping
    List<String> all() {
        return runs.ids();
    }

    /** Gzipped always: a night has 4 MB without. */
    @GetMapping(path = "/{id}/playback", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> playback(@PathVariable String id) {
        Path folder = runs.folderOf(id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                .body(Playback.of(folder, true));
    }
}
