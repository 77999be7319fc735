/**
 * Tells where somebody speaks. Owns what a stretch of speech is and how such stretches are put
 * together; knows neither words nor who speaks.
 */
@NullMarked
package io.clipforge.speech.activity;

import org.jspecify.annotations.NullMarked;
