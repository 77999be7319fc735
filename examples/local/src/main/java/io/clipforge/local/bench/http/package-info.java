/**
 * Owns: the public API under load, beside services that do the same with other frameworks, and for
 * as long as it takes to see a leak. The services beside ours stand in {@code src/main/peers}.
 */
@NullMarked
package io.clipforge.local.bench.http;

import org.jspecify.annotations.NullMarked;
