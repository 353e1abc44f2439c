package emptyrecord.api.dwfm;

import emptyrecord.api.json.Absent;

/**
 * The answer of {@code /operations/wiring}.
 *
 * @param wiring by which dwfm's hosts work now
 */
public record WiringView(String wiring) {

    public WiringView {
        wiring = Absent.toEmpty(wiring);
    }
}
