/** The region as commands use it: started, reached, switched. */
@NullMarked
package emptyrecord.lab.region;

import org.jspecify.annotations.NullMarked;
