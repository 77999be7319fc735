/**
 * Owns: measuring ourselves beside a peer on the same machine. Results are kept in {@code
 * RESULTS.md}.
 */
@NullMarked
package io.clipforge.local.bench;

import org.jspecify.annotations.NullMarked;
