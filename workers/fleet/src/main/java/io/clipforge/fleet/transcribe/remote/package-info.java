/** The engine of somebody else: a service that speaks AssemblyAI's protocol. */
@NullMarked
package io.clipforge.fleet.transcribe.remote;

import org.jspecify.annotations.NullMarked;
