@NullMarked
package emptyrecord.lab.region;

import org.jspecify.annotations.NullMarked;
