/**
 * Runs: what workers say about the jobs they hold, what their silence means, and how they are told
 * to stop. The states themselves belong to {@code jobs}.
 */
@NullMarked
package io.clipforge.api.runs;

import org.jspecify.annotations.NullMarked;
