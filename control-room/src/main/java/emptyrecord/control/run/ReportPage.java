package emptyrecord.control.run;

/**
 * The self-contained page of a report: chart library and data in one file; it loads nothing.
 *
 * @param report JSON
 * @param samples JSON array
 */
record ReportPage(
        String chartStyle, String chartScript, String pageStyle, String pageScript, String report, String samples) {

    private static final HtmlTemplate TEMPLATE = new HtmlTemplate("/report/report.html");

    static String html(String report, String samples) {
        return TEMPLATE.html(new ReportPage(
                ChartLibrary.style(),
                ChartLibrary.script(),
                Resource.text("/report/report.css"),
                Resource.text("/report/report.js"),
                inScript(report),
                inScript(samples)));
    }

    /** The same JSON; nothing in it ends the script or opens a comment. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }
}
