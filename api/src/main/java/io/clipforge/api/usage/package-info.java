/** What organizations used, measured in media time; written with the result that it pays for. */
@NullMarked
package io.clipforge.api.usage;

import org.jspecify.annotations.NullMarked;
