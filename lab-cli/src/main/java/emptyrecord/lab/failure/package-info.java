/** How a command ends: exit statuses, failures that say what to do, deadlines and Ctrl-C. */
@NullMarked
package emptyrecord.lab.failure;

import org.jspecify.annotations.NullMarked;
