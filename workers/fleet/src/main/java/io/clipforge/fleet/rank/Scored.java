package io.clipforge.fleet.rank;

/** A candidate with its score. */
record Scored(Window window, double score) {}
