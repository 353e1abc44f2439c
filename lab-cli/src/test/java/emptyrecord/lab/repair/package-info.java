/** The operators' repair tools against real services. */
@NullMarked
package emptyrecord.lab.repair;

import org.jspecify.annotations.NullMarked;
