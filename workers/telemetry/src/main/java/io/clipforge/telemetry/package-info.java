/** What a process tells those who operate it: traces and errors. Knows nothing of the work. */
@NullMarked
package io.clipforge.telemetry;

import org.jspecify.annotations.NullMarked;
