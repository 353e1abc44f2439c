@NullMarked
package emptyrecord.api.common;

import org.jspecify.annotations.NullMarked;
