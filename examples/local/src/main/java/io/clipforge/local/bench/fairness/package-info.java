/** Owns: measuring how organizations that want more than there is share the fleets. */
@NullMarked
package io.clipforge.local.bench.fairness;

import org.jspecify.annotations.NullMarked;
