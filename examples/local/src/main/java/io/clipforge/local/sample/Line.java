package io.clipforge.local.sample;

/** One sentence of the script. */
record Line(Speaker speaker, String text) {}
