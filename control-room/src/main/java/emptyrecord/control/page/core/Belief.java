package emptyrecord.control.page.core;

import org.jspecify.annotations.Nullable;

/**
 * A controller of the region: its belief beside the truth.
 *
 * @param controller name, for example {@code dns-enactor-c}
 * @param believes the belief that it acts on, in a few words
 * @param is the truth, in the same words; "not known" when the desk cannot see it
 * @param apart whether belief and truth differ
 * @param feedbackMinutes age of what it acts on in incident minutes; null where nothing comes back at all
 * @param feedback where its feedback comes from, or why there is none
 * @param fact the fact it is based on
 */
public record Belief(
        String controller,
        String believes,
        String is,
        boolean apart,
        @Nullable Double feedbackMinutes,
        String feedback,
        String fact) {}
