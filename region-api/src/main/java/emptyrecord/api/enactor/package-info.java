@NullMarked
package emptyrecord.api.enactor;

import org.jspecify.annotations.NullMarked;
