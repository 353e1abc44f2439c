/** What {@code ./lab race} shows: the race searched, measured, stepped in this process or on the region. */
@NullMarked
package emptyrecord.lab.race;

import org.jspecify.annotations.NullMarked;
