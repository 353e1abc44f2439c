@NullMarked
package emptyrecord.lab.client;

import org.jspecify.annotations.NullMarked;
