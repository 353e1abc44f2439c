@NullMarked
package emptyrecord.api.operation;

import org.jspecify.annotations.NullMarked;
