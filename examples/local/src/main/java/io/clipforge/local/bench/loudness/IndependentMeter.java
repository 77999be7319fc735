package io.clipforge.local.bench.loudness;

import io.clipforge.local.bench.processes.PeerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures files with programs that are not ours: PyAV decodes, pyloudnorm and SciPy measure. */
record IndependentMeter(PeerFolder folder) {
    private static final String PIP = "venv/bin/pip";

    /**
     * @param lufs integrated
     * @param peak dBTP
     */
    record Reading(double lufs, double peak) {
        boolean isRight() {
            return isLoudEnough() && peak <= -1;
        }

        boolean isLoudEnough() {
            return Math.abs(lufs + 14) <= 1;
        }
    }

    static IndependentMeter prepare() throws IOException, InterruptedException {
        var folder = PeerFolder.of("loudness-meter");
        if (Files.notExists(folder.path().resolve(PIP))) {
            folder.run("python3", "-m", "venv", "venv");
        }
        folder.fetch("requirements.txt", PIP, "install", "--quiet", "-r", "requirements.txt");
        return new IndependentMeter(folder);
    }

    List<Reading> read(List<Path> files) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("venv/bin/python", "measure.py"));
        files.forEach(it -> command.add(it.toAbsolutePath().toString()));
        return folder.run(command.toArray(String[]::new))
                .lines()
                .map(IndependentMeter::reading)
                .toList();
    }

    private static Reading reading(String line) {
        var numbers = Arrays.stream(line.split(" ", -1)).map(Double::valueOf).toList();
        return new Reading(numbers.get(0), numbers.get(1));
    }
}
