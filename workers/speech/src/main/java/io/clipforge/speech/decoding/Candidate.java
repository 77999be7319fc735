package io.clipforge.speech.decoding;

/** A beam with one more token. */
record Candidate(int beam, int token, double score) {}
