package io.clipforge.fleet.rank;

import io.clipforge.jobs.RankedMoments.Reason;
import java.util.List;

/** A candidate with its score and what made it. */
record Scored(Window window, double score, List<Reason> reasons) {}
