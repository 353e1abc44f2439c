@NullMarked
package emptyrecord.control.operations;

import org.jspecify.annotations.NullMarked;
