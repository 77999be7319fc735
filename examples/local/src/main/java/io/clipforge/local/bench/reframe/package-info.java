/** Where the product crops a picture, beside a window that follows every face it is shown. */
@NullMarked
package io.clipforge.local.bench.reframe;

import org.jspecify.annotations.NullMarked;
