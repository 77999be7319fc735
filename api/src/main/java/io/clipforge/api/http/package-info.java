/** HTTP manners that every operation shares: request ids, pages. */
@NullMarked
package io.clipforge.api.http;

import org.jspecify.annotations.NullMarked;
