/** AWS's own time line of the night: each time once, with the number of its fact. */
@NullMarked
package emptyrecord.night.facts;

import org.jspecify.annotations.NullMarked;
