/** HTTP manners that many operations share: pages, entity tags, times. */
@NullMarked
package io.clipforge.api.http;

import org.jspecify.annotations.NullMarked;
