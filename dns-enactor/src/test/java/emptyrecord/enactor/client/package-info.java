@NullMarked
package emptyrecord.enactor.client;

import org.jspecify.annotations.NullMarked;
