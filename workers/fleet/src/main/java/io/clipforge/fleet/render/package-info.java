/**
 * Renders exports: turns a job into an order for the media module, and delivers only files that
 * passed its gate.
 */
@NullMarked
package io.clipforge.fleet.render;

import org.jspecify.annotations.NullMarked;
