/** Where the work of the control plane stands in traces, from a request to its last webhook. */
@NullMarked
package io.clipforge.api.tracing;

import org.jspecify.annotations.NullMarked;
