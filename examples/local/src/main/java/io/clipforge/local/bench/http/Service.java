package io.clipforge.local.bench.http;

/**
 * A service that answers on this machine.
 *
 * @param pid of the process that, with its children, is all of it
 */
record Service(String name, int port, long pid) {}
