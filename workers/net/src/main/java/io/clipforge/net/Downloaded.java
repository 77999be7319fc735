package io.clipforge.net;

import java.net.URI;
import java.time.Duration;

/**
 * The whole body lies in the file.
 *
 * @param source the URL that answered, after all redirects
 */
public record Downloaded(long bytes, URI source, Duration took) implements DownloadOutcome {}
