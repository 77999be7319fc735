package io.clipforge.models;

/** Follows a model on its way. Called by one thread. */
public interface PullListener {
    PullListener SILENT = new PullListener() {};

    /** Another process is at it; this one waits for it. */
    default void waits(Model model) {}

    /**
     * @param done bytes that are here
     * @param total of the model; less than {@code done} when nobody said
     */
    default void progress(Model model, long done, long total) {}

    /** It broke off and is tried again. */
    default void again(String why) {}
}
