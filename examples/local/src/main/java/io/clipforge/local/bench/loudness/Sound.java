package io.clipforge.local.bench.loudness;

import java.nio.file.Path;

/**
 * One to be made as loud as the others.
 *
 * @param seconds its length
 */
record Sound(String name, Path file, double seconds) {}
