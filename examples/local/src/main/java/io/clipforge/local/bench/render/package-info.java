/** What a clip costs beside the bare ffmpeg command that encodes it. */
@NullMarked
package io.clipforge.local.bench.render;

import org.jspecify.annotations.NullMarked;
