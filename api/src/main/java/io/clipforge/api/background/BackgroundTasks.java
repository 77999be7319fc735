package io.clipforge.api.background;

import java.util.List;

/** Several loops of one kind, each on a thread of its own. */
public interface BackgroundTasks {
    List<BackgroundTask> all();
}
