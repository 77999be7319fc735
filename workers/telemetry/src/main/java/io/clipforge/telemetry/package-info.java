/** What a process tells of its work to those who operate it: traces. Knows nothing of the work. */
@NullMarked
package io.clipforge.telemetry;

import org.jspecify.annotations.NullMarked;
