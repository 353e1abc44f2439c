/** Builds the workshop kit: Markdown and scenarios in, pages to show and to print out. */
@NullMarked
package emptyrecord.workshop;

import org.jspecify.annotations.NullMarked;
