@NullMarked
package emptyrecord.customers.web;

import org.jspecify.annotations.NullMarked;
