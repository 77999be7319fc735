/**
 * Owns: the demo, which is what a customer's program does, over HTTP with the SDK. Does not own:
 * the platform it talks to.
 */
@NullMarked
package io.clipforge.local.demo;

import org.jspecify.annotations.NullMarked;
