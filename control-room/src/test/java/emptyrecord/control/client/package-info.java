@NullMarked
package emptyrecord.control.client;

import org.jspecify.annotations.NullMarked;
