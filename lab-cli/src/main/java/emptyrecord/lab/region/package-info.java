/** The region as commands use it: starting it, reaching its services, switching faults and guards. */
@NullMarked
package emptyrecord.lab.region;

import org.jspecify.annotations.NullMarked;
