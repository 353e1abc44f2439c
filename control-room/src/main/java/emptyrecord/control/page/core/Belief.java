package emptyrecord.control.page.core;

import org.jspecify.annotations.Nullable;

/**
 * A controller of the region: what it believes beside what is.
 *
 * @param controller name, for example {@code dns-enactor-c}
 * @param believes what it acts on, in a few words
 * @param is what is so, in the same words; "not known" when the desk cannot see it
 * @param apart whether belief and truth have parted
 * @param feedbackMinutes age of what it acts on in incident minutes; null where nothing comes back at all
 * @param feedback where its feedback comes from, or why there is none
 * @param fact the fact it stands on
 */
public record Belief(
        String controller,
        String believes,
        String is,
        boolean apart,
        @Nullable Double feedbackMinutes,
        String feedback,
        String fact) {}
