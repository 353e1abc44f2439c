package emptyrecord.e2e.abuse;

/**
 * The outcome of an input.
 *
 * @param got the answer to its sender
 * @param alive whether the same process answers afterwards
 * @param others observations of other clients meanwhile
 */
record Outcome(Input input, String got, boolean alive, Bystanders.Seen others) {

    static final String HEADING = "| Input | Service | What it got | Alive | Others: asked, worst, failed |\n"
            + "| --- | --- | --- | --- | --- |";

    String row() {
        return "| %s | %s | %s | %s | %d, %d ms, %d |"
                .formatted(
                        input.name(),
                        input.service(),
                        got.replace("|", "/"),
                        alive ? "yes" : "NO",
                        others.asked(),
                        others.worstMillis(),
                        others.failures().size());
    }
}
