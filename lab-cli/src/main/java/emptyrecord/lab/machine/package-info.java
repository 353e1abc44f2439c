/** The machine's capacity, and the speeds of the incident that it is enough for. */
@NullMarked
package emptyrecord.lab.machine;

import org.jspecify.annotations.NullMarked;
