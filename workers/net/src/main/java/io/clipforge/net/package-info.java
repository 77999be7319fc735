/**
 * Requests to addresses that strangers chose. Owns which addresses may be reached and how much a
 * peer may take of our time, memory and disk; knows nothing of webhooks or media.
 */
@NullMarked
package io.clipforge.net;

import org.jspecify.annotations.NullMarked;
