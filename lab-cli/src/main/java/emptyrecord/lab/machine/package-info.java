/** What the machine has to give, and which speeds of the incident it is enough for. */
@NullMarked
package emptyrecord.lab.machine;

import org.jspecify.annotations.NullMarked;
