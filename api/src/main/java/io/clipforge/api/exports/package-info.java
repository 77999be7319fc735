/** Exports: moments rendered for publishing. */
@NullMarked
package io.clipforge.api.exports;

import org.jspecify.annotations.NullMarked;
