/** The engine that needs no download: CMU PocketSphinx as a program, stretch by stretch. */
@NullMarked
package io.clipforge.fleet.transcribe.pocketsphinx;

import org.jspecify.annotations.NullMarked;
