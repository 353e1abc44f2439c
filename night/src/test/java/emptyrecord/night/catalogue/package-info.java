@NullMarked
package emptyrecord.night.catalogue;

import org.jspecify.annotations.NullMarked;
