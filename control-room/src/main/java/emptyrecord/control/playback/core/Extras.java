package emptyrecord.control.playback.core;

import emptyrecord.control.watch.core.DeskNote;
import emptyrecord.control.watch.core.DnsProbe;
import java.util.List;

/**
 * What a run's folder holds for its playback beside the files from which it is judged; empty in older runs.
 *
 * @param dns the DNS transcript, in order of time
 * @param desk the desk's notes, in order of time
 */
public record Extras(List<DnsProbe> dns, List<DeskNote> desk) {

    /** Of a run that has neither. */
    public static final Extras NONE = new Extras(List.of(), List.of());

    public Extras {
        dns = List.copyOf(dns);
        desk = List.copyOf(desk);
    }
}
