package io.clipforge.models;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an installed model is, held against what it should be: by the checksums of the manifest,
 * else by those that were written down when it came.
 */
public record Verification(Model model, List<Found> files) {
    public Verification {
        files = List.copyOf(files);
    }

    /** One file. */
    public sealed interface Found {
        String file();

        record Good(String file, Trust trust) implements Found {}

        record Different(String file, String expected, String found) implements Found {}

        record Missing(String file) implements Found {}

        /** It is there, but nobody ever said what it should be. */
        record Unknown(String file) implements Found {}
    }

    /** Reads every byte of it. */
    public static Verification of(InstalledModels models, Model model) throws IOException {
        var folder = models.folderOf(model);
        var lock = ModelLock.in(folder);
        var found = new ArrayList<Found>();
        for (var file : model.files()) {
            var path = folder.resolve(file.name());
            var locked = lock.flatMap(it -> it.find(file.name()));
            var expected =
                    file.sha256() == null
                            ? locked.map(ModelLock.LockedFile::sha256).orElse(null)
                            : file.sha256();
            if (!Files.isRegularFile(path)) {
                found.add(new Found.Missing(file.name()));
            } else if (expected == null) {
                found.add(new Found.Unknown(file.name()));
            } else {
                var sha256 = Checksum.of(Checksum.Kind.SHA_256, path).hex();
                var trust =
                        file.sha256() == null
                                ? locked.map(ModelLock.LockedFile::trust).orElse(Trust.FIRST_SEEN)
                                : Trust.PINNED;
                found.add(
                        sha256.equals(expected)
                                ? new Found.Good(file.name(), trust)
                                : new Found.Different(file.name(), expected, sha256));
            }
        }
        return new Verification(model, found);
    }

    public boolean good() {
        return files.stream().allMatch(Found.Good.class::isInstance);
    }

    /** Whether there is anything of it. */
    public boolean present() {
        return !files.stream().allMatch(Found.Missing.class::isInstance);
    }

    /** Of the file that least is known of. */
    public Trust trust() {
        return files.stream()
                .filter(Found.Good.class::isInstance)
                .map(it -> ((Found.Good) it).trust())
                .max(Comparator.naturalOrder())
                .orElse(Trust.FIRST_SEEN);
    }
}
