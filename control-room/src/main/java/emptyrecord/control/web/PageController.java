package emptyrecord.control.web;

import emptyrecord.control.page.Audience;
import emptyrecord.control.page.History;
import emptyrecord.control.page.PageFrames;
import emptyrecord.control.page.Viewer;
import emptyrecord.control.watch.SwitchPanel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The page's data: the history once, then frames as server-sent events, and the switches with their descriptions. */
@RestController
class PageController {

    private final PageFrames frames;
    private final Audience audience;

    PageController(PageFrames frames, Audience audience) {
        this.frames = frames;
        this.audience = audience;
    }

    @GetMapping("/desk/history")
    ResponseEntity<History> history() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(frames.history());
    }

    @GetMapping("/desk/switches")
    ResponseEntity<SwitchPanel> switches() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(frames.readPanel());
    }

    /** Frames as they are made; the browser reconnects by itself after two seconds when the connection is cut. */
    @GetMapping(path = "/desk/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream() throws IOException {
        SseEmitter emitter = new SseEmitter(0L);
        Viewer viewer = audience.add(new Page(emitter));
        emitter.onCompletion(viewer::close);
        emitter.onError(e -> viewer.close());
        emitter.onTimeout(viewer::close);
        emitter.send(SseEmitter.event().reconnectTime(2000).comment("frames follow, one a second"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    /** A page at the other end of a connection. */
    private record Page(SseEmitter emitter) implements Audience.Line {

        /** Event streams are UTF-8 always. */
        private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

        @Override
        public void send(String frame) throws IOException {
            emitter.send(SseEmitter.event().name("frame").data(frame, TEXT));
        }

        @Override
        public void close() {
            emitter.complete();
        }
    }
}
