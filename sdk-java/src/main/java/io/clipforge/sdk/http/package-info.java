/**
 * How calls travel: headers, retries, time-outs, problems, event streams and transfers live here
 * and nowhere else. Public so that the resources can reach it; not meant for applications, and free
 * to change.
 */
@NullMarked
package io.clipforge.sdk.http;

import org.jspecify.annotations.NullMarked;
