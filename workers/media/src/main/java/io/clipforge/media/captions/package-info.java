/**
 * Words become captions: reads and writes SubRip and WebVTT, breaks speech into lines that read
 * well, and draws them. Does not own the picture they are laid over.
 */
@NullMarked
package io.clipforge.media.captions;

import org.jspecify.annotations.NullMarked;
