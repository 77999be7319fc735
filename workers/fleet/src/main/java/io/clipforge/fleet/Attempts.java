package io.clipforge.fleet;

import io.clipforge.jobs.JobQueue.Claim;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Gives each claim its surroundings. */
@Singleton
final class Attempts {
    private final ObjectStore store;
    private final Workspaces workspaces;

    Attempts(ObjectStore store, Workspaces workspaces) {
        this.store = store;
        this.workspaces = workspaces;
    }

    Attempt begin(Claim claim, Pulse pulse) throws IOException {
        return new Attempt(store, workspaces, claim, pulse);
    }
}
