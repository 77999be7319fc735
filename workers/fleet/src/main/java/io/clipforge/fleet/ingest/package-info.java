/**
 * Takes a stranger's file in: refuses what cannot be used, and derives what the later stages read.
 */
@NullMarked
package io.clipforge.fleet.ingest;

import org.jspecify.annotations.NullMarked;
