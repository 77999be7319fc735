/** Owns: how many no-op jobs go through and how soon each starts, ours beside BullMQ's. */
@NullMarked
package io.clipforge.local.bench.jobs;

import org.jspecify.annotations.NullMarked;
