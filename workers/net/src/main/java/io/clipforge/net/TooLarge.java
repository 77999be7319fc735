package io.clipforge.net;

/** The body is larger than the caller allows, by what the server announced or by what it sent. */
public record TooLarge(long maxBytes) implements DownloadOutcome {}
