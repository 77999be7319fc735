/**
 * The models that make ClipForge hear and see better than it does out of the box. Owns what there
 * is, where it comes from, how it comes here and how it is checked; knows nothing of what a model
 * does.
 */
@NullMarked
package io.clipforge.models;

import org.jspecify.annotations.NullMarked;
