package io.clipforge.sdk;

/**
 * An object together with the version it was read at.
 *
 * @param value the object
 * @param etag its version; pass it to an update to be refused when somebody else was faster
 */
public record Versioned<T>(T value, String etag) {}
