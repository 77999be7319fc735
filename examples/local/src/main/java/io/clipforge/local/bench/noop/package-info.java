/** Owns: jobs that ask for nothing, and who makes, takes and counts them. */
@NullMarked
package io.clipforge.local.bench.noop;

import org.jspecify.annotations.NullMarked;
