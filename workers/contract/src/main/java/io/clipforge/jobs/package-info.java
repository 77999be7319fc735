/**
 * The contract between the control plane and the fleets: what a job asks for, what it answers, and
 * the queue between them. Owns the words, not the transport; knows the JDK only.
 */
@NullMarked
package io.clipforge.jobs;

import org.jspecify.annotations.NullMarked;
