/** Finding cuts, beside PySceneDetect, on films whose cuts are known. */
@NullMarked
package io.clipforge.local.bench.shots;

import org.jspecify.annotations.NullMarked;
