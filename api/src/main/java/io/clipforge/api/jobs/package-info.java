/** Jobs: their states, their way to a fleet and back. Does not know what a job is for. */
@NullMarked
package io.clipforge.api.jobs;

import org.jspecify.annotations.NullMarked;
