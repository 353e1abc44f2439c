@NullMarked
package emptyrecord.api.json;

import org.jspecify.annotations.NullMarked;
