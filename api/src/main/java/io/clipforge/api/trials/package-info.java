/**
 * The magic inputs of the test environment: addresses on one reserved host, each of which drives
 * the flow in a way of its own.
 */
@NullMarked
package io.clipforge.api.trials;

import org.jspecify.annotations.NullMarked;
