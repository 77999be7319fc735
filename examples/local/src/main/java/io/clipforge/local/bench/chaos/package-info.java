/**
 * Owns: disturbing the real product, process by process, while it works, and counting afterwards
 * whether it kept its promises.
 */
@NullMarked
package io.clipforge.local.bench.chaos;

import org.jspecify.annotations.NullMarked;
