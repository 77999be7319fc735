/** Work that no request waits for: loops that run as long as the server does. */
@NullMarked
package io.clipforge.api.background;

import org.jspecify.annotations.NullMarked;
