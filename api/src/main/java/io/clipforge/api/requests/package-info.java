/** Requests and their ids. */
@NullMarked
package io.clipforge.api.requests;

import org.jspecify.annotations.NullMarked;
