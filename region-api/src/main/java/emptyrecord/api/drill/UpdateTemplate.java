package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;

/**
 * A template of a status update, one of {@code GET /drill/updates/templates}.
 *
 * @param name of the wire: {@code initial}
 * @param title as on the workshop's card
 * @param when it fits
 * @param text with blanks to be filled in
 */
public record UpdateTemplate(String name, String title, String when, String text) {

    public UpdateTemplate {
        name = Absent.toEmpty(name);
        title = Absent.toEmpty(title);
        when = Absent.toEmpty(when);
        text = Absent.toEmpty(text);
    }
}
