package io.clipforge.local.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The PostgreSQL server, to be stopped the hard way. */
record Postmaster(Path pidFile) {

    /** Stops it without a checkpoint and starts it again; returns when it has recovered. */
    void crash() throws IOException, InterruptedException {
        var lines = Files.readAllLines(pidFile);
        var program = Path.of("/proc", lines.getFirst().strip(), "exe").toRealPath();
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U")); // it refuses to run as root
        }
        command.addAll(
                List.of(
                        program.resolveSibling("pg_ctl").toString(),
                        "restart",
                        "-D",
                        lines.get(1).strip(),
                        "-m",
                        "immediate",
                        "-w",
                        "-l",
                        pidFile.resolveSibling("crashes.log").toString()));
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("PostgreSQL did not come back");
        }
    }
}
