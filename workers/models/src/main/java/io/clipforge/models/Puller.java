package io.clipforge.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings models into the models folder. A file comes as {@code NAME.part}, is verified, and has its
 * name only then; what broke off goes on where it stopped, in this process or in a later one.
 */
public final class Puller {
    private final InstalledModels models;
    private final Place place;
    private final Patience patience;

    /**
     * How long a server may take.
     *
     * @param answer until it answers
     * @param silence between two reads
     * @param pause before what broke off is tried again; twice as long before the next time
     * @param tries without any progress
     */
    public record Patience(Duration answer, Duration silence, Duration pause, int tries) {
        public static final Patience USUAL =
                new Patience(
                        Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(1), 4);
    }

    /**
     * @param bytes that came now; 0 when everything was here already
     * @param trust of the file that least is known of
     */
    public record Pulled(long bytes, Trust trust) {}

    public Puller(InstalledModels models, Place place, Patience patience) {
        this.models = models;
        this.place = place;
        this.patience = patience;
    }

    /**
     * Returns when the model is installed and every file of it is verified.
     *
     * @throws InterruptedException when interrupted; what came is kept
     */
    public Pulled pull(Model model, PullListener listener)
            throws PullException, InterruptedException {
        var folder = models.folderOf(model);
        try {
            Files.createDirectories(folder);
            try (var _ = BusyFolder.hold(folder, () -> listener.waits(model))) {
                var here = Verification.of(models, model);
                return here.good() ? new Pulled(0, here.trust()) : pull(model, folder, listener);
            }
        } catch (IOException e) {
            throw new PullException(DiskProblems.of(folder, e));
        }
    }

    private Pulled pull(Model model, Path folder, PullListener listener)
            throws PullException, InterruptedException, IOException {
        try (var source = Sources.open(place, patience.answer())) {
            var wanted = new ArrayList<Wanted>();
            for (var file : model.files()) {
                wanted.add(Wanted.of(folder, file, source.declare(model, file).pinnedBy(file)));
            }
            requireRoom(folder, wanted);
            var tally = new Tally(model, wanted, listener);
            var locked = new ArrayList<ModelLock.LockedFile>();
            for (var each : wanted) {
                locked.add(new FilePull(source, model, each, patience, tally).pull());
            }
            var commit =
                    wanted.stream()
                            .map(it -> it.declared().commit())
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
            new ModelLock(model.name(), source.name(), commit, locked).write(folder);
            return new Pulled(tally.came(), worst(locked));
        }
    }

    private static Trust worst(List<ModelLock.LockedFile> files) {
        return files.stream()
                .map(ModelLock.LockedFile::trust)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void requireRoom(Path folder, List<Wanted> wanted)
            throws IOException, PullException {
        long needed = 0;
        for (var each : wanted) {
            needed += each.missing();
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (needed > free) {
            throw new PullException(new PullProblem.NoRoom(folder, needed, free));
        }
    }

    /**
     * A file that belongs to the model.
     *
     * @param target its path
     * @param declared by the publisher, or pinned
     * @param here whether this very file is there, and not just one of its name
     */
    record Wanted(ModelFile file, Path target, Declaration declared, boolean here) {
        static Wanted of(Path folder, ModelFile file, Declaration declared) throws IOException {
            var target = folder.resolve(file.name());
            return new Wanted(file, target, declared, here(target, declared));
        }

        private static boolean here(Path target, Declaration declared) throws IOException {
            var checksum = declared.checksum();
            return checksum != null
                    && Files.isRegularFile(target)
                    && (declared.bytes() == null || Files.size(target) == declared.bytes())
                    && Checksum.of(checksum.kind(), target).equals(checksum);
        }

        /** Bytes that are still to come, as far as anybody knows. */
        long missing() throws IOException {
            if (declared.bytes() == null || here) {
                return 0;
            }
            try (var part = new PartFile(target)) {
                return declared.bytes() - part.usable(declared);
            }
        }
    }

    /** Adds up the files of a model for whoever follows it. */
    static final class Tally {
        private final Model model;
        private final PullListener listener;
        private final long total;
        private long finished;
        private long came;

        Tally(Model model, List<Wanted> wanted, PullListener listener) {
            this.model = model;
            this.listener = listener;
            total =
                    wanted.stream()
                            .map(it -> it.declared().bytes())
                            .filter(Objects::nonNull)
                            .mapToLong(Long::longValue)
                            .sum();
        }

        /** A piece came, after which so much of the file at hand is here. */
        void came(int piece, long ofThisFile) {
            came += piece;
            listener.progress(model, finished + ofThisFile, total);
        }

        void finished(long bytes) {
            finished += bytes;
            listener.progress(model, finished, total);
        }

        void again(@Nullable String why) {
            listener.again(Objects.requireNonNullElse(why, "it broke off"));
        }

        long came() {
            return came;
        }
    }
}
