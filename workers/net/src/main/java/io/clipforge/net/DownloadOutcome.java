package io.clipforge.net;

/** What became of a download; the file exists only when it is {@link Downloaded}. */
public sealed interface DownloadOutcome permits Downloaded, TooLarge, BadStatus, NoAnswer {}
