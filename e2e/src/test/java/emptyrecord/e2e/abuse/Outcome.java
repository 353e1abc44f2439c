package emptyrecord.e2e.abuse;

/**
 * What became of an input.
 *
 * @param got what its sender heard
 * @param alive whether the same process answers afterwards
 * @param others what clients beside it saw meanwhile
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
