@NullMarked
package emptyrecord.api;

import org.jspecify.annotations.NullMarked;
