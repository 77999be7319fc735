package io.clipforge.local.bench.processes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    @Test
    void whatAChildUsedCountsAlsoAfterItHasEnded() throws IOException, InterruptedException {
        // the shell waits for a child that counts, then prints, then waits for us
        var shell =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done';"
                                        + " echo done; read line")
                        .start();
        try (var output = shell.inputReader()) {
            output.readLine();
            double used = ProcessorTime.ofFamily(shell.pid());
            assertTrue(used > 0.05, "only " + used + " s");
        } finally {
            shell.destroyForcibly().waitFor();
        }
    }

    @Test
    void thisProcessHasUsedSome() throws IOException {
        assertTrue(ProcessorTime.own() > 0);
    }
}
