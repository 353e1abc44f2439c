package emptyrecord.control.page;

import emptyrecord.api.Event;
import emptyrecord.control.page.core.AwsNight;
import emptyrecord.control.page.core.Curves;
import emptyrecord.control.page.core.Mark;
import java.util.List;

/**
 * The data that a page needs to begin, or to catch up: everything up to a frame.
 *
 * @param seq number of the last frame that is contained
 * @param series names of the curves' values
 */
public record History(
        String boot,
        long seq,
        List<String> series,
        List<Curves.Point> points,
        List<Event> events,
        List<Mark> marks,
        List<AwsNight.Entry> aws) {}
