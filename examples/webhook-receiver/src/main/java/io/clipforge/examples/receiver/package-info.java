/** A receiver of ClipForge's webhooks in one class, on the JDK's own HTTP server. */
@NullMarked
package io.clipforge.examples.receiver;

import org.jspecify.annotations.NullMarked;
