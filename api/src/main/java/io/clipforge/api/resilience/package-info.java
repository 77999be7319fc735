/**
 * Servers that are not ours: how many calls, how long, how often again, and when to leave them be.
 */
@NullMarked
package io.clipforge.api.resilience;

import org.jspecify.annotations.NullMarked;
