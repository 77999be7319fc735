package io.clipforge.net;

/** What became of a post. */
public sealed interface PostOutcome permits Response, NoAnswer {}
