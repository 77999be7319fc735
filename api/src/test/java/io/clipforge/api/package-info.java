/** The control plane as its callers and its workers see it, on real servers. */
@NullMarked
package io.clipforge.api;

import org.jspecify.annotations.NullMarked;
