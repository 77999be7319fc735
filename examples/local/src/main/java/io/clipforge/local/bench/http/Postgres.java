package io.clipforge.local.bench.http;

import io.clipforge.local.bench.processes.ProcessorTime;
import java.io.IOException;
import java.nio.file.Path;

/** The server behind everyone. */
record Postgres(Path pidFile) {
    double processorSeconds() throws IOException {
        return ProcessorTime.ofFamily(pidFile);
    }
}
