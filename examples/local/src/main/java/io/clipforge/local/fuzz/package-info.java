/** Owns: requests that nobody would write, made from the contract, against the running API. */
@NullMarked
package io.clipforge.local.fuzz;

import org.jspecify.annotations.NullMarked;
