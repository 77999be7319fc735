/**
 * Owns: the demo's own sample, a spoken and drawn video whose words, speakers and cuts are known.
 */
@NullMarked
package io.clipforge.local.sample;

import org.jspecify.annotations.NullMarked;
