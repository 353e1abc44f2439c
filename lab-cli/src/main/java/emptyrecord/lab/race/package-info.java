/** {@code ./lab race}: the race searched, measured, and stepped in this process or on the region. */
@NullMarked
package emptyrecord.lab.race;

import org.jspecify.annotations.NullMarked;
