package emptyrecord.workshop;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The runbook of the alerts as one page with an anchor for each alert; the control room serves it, and alerts link to it. */
final class Runbook {

    private static final Pattern HEADING = Pattern.compile("<h3>(\\w+)</h3>");

    private Runbook() {}

    /** @param observability text of docs/observability.md, whose section "Alerts" has a heading for each alert */
    static String page(String observability) {
        String alerts = new Markdown(Path.of("."))
                .sections(observability).stream()
                        .filter(section -> section.title().equals("Alerts"))
                        .map(Markdown.Section::html)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("the text has no section 'Alerts'"));
        String anchored = HEADING.matcher(alerts).replaceAll(Runbook::anchored);
        return Html.page(
                "Empty Record: runbook",
                List.of("runbook.css"),
                "<h1>Runbook</h1>\n<main>\n" + anchored + "</main>\n",
                "");
    }

    private static String anchored(MatchResult heading) {
        String alert = heading.group(1);
        return "<h3 id=\"" + alert.toLowerCase(Locale.ROOT) + "\">" + alert + "</h3>";
    }
}
