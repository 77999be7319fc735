package io.clipforge.net;

/** The server answered with something else than 200 or a redirect that can be followed. */
public record BadStatus(int status) implements DownloadOutcome {}
