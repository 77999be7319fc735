/**
 * Owns: parts of the product as processes of their own, which are started, killed and weighed while
 * something is measured.
 */
@NullMarked
package io.clipforge.local.bench.processes;

import org.jspecify.annotations.NullMarked;
