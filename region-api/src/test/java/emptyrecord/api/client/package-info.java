@NullMarked
package emptyrecord.api.client;

import org.jspecify.annotations.NullMarked;
