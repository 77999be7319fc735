/** Requests: their ids, and where they come from. */
@NullMarked
package io.clipforge.api.requests;

import org.jspecify.annotations.NullMarked;
