package io.clipforge.api.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a walk along the chain found.
 *
 * @param entries how many links are whole
 * @param firstBroken the number of the first entry that was changed or is missing
 * @param next where to walk on; absent at the end
 */
record Verdict(long entries, @Nullable Long firstBroken, @Nullable Long next, String headHash) {}
