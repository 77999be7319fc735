/** What a finished clip is measured by, and what each figure says about it. */
@NullMarked
package io.clipforge.media.quality;

import org.jspecify.annotations.NullMarked;
