/** What the queue promises, proved on a real Redis. */
@NullMarked
package io.clipforge.jobs.redis;

import org.jspecify.annotations.NullMarked;
