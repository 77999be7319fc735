package io.clipforge.models;

import io.clipforge.models.Puller.Patience;
import io.clipforge.models.Puller.Tally;
import io.clipforge.models.Puller.Wanted;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;

/** One file on its way. */
final class FilePull {
    private static final int CHUNK = 1 << 17;

    private final Source source;
    private final Model model;
    private final Wanted wanted;
    private final Patience patience;
    private final Tally tally;

    FilePull(Source source, Model model, Wanted wanted, Patience patience, Tally tally) {
        this.source = source;
        this.model = model;
        this.wanted = wanted;
        this.patience = patience;
        this.tally = tally;
    }

    /** Returns when the file is here and verified. */
    ModelLock.LockedFile pull() throws PullException, InterruptedException, IOException {
        if (!wanted.here()) {
            try (var part = new PartFile(wanted.target())) {
                fetch(part);
                requireChecksum(part);
                part.becomeTarget();
            }
        }
        long bytes = Files.size(wanted.target());
        tally.finished(bytes);
        return new ModelLock.LockedFile(
                wanted.file().name(), bytes, sha256(), wanted.declared().trust());
    }

    private String sha256() throws IOException {
        var verified = wanted.declared().checksum();
        return verified != null && verified.kind() == Checksum.Kind.SHA_256
                ? verified.hex()
                : Checksum.of(Checksum.Kind.SHA_256, wanted.target()).hex();
    }

    /** Once more as long as it gets further. */
    private void fetch(PartFile part) throws PullException, InterruptedException, IOException {
        int tries = 0;
        var pause = patience.pause();
        while (true) {
            long before = part.usable(wanted.declared());
            try {
                fetchOnce(part);
                return;
            } catch (PullException e) {
                boolean further = part.usable(wanted.declared()) > before;
                tries = further ? 1 : tries + 1;
                if (!passing(e.problem()) || tries >= patience.tries()) {
                    throw e;
                }
                tally.again(e.getMessage());
                pause = further ? patience.pause() : pause.multipliedBy(2);
                Thread.sleep(pause);
            }
        }
    }

    private static boolean passing(PullProblem problem) {
        return switch (problem) {
            case PullProblem.BrokenOff _ -> true;
            case PullProblem.Refused it -> it.status() >= 500 || it.status() == 429;
            case PullProblem.Unreachable _,
                    PullProblem.Missing _,
                    PullProblem.Insecure _,
                    PullProblem.TooManyRedirects _,
                    PullProblem.WrongContent _,
                    PullProblem.NoRoom _,
                    PullProblem.DiskFull _,
                    PullProblem.CannotWrite _ ->
                    false;
        };
    }

    private void fetchOnce(PartFile part) throws PullException, InterruptedException, IOException {
        var declared = wanted.declared();
        long have = part.usable(declared);
        if (declared.bytes() != null && have == declared.bytes() && have > 0) {
            return;
        }
        var validator = have == 0 ? null : part.validator();
        try (var content = source.open(model, wanted.file(), have, validator)) {
            var bytes = declared.bytes() == null ? content.bytes() : declared.bytes();
            if (bytes != null && content.bytes() != null && !bytes.equals(content.bytes())) {
                throw wrong(bytes + " bytes", content.bytes() + " bytes");
            }
            part.open(content.from(), declared, content.validator());
            long size = copy(content, part, bytes == null ? Long.MAX_VALUE : bytes);
            if (bytes != null && size < bytes) {
                throw brokenOff(size, "the connection ended");
            }
        }
    }

    /** Answers how many bytes of the file are here afterwards. */
    private long copy(Source.Content content, PartFile part, long most)
            throws PullException, InterruptedException, IOException {
        long size = content.from();
        tally.came(0, size);
        try (var reader = new PatientReader(content.body(), patience.silence())) {
            var chunk = new byte[CHUNK];
            for (int read = read(reader, chunk, size);
                    read >= 0;
                    read = read(reader, chunk, size)) {
                if (size + read > most) {
                    part.delete();
                    throw wrong(most + " bytes", "more");
                }
                write(part, chunk, read, size);
                size += read;
                tally.came(read, size);
            }
        }
        return size;
    }

    private int read(PatientReader reader, byte[] chunk, long size)
            throws PullException, InterruptedException {
        try {
            return reader.read(chunk);
        } catch (IOException e) {
            throw brokenOff(size, HttpSource.why(e));
        }
    }

    private static void write(PartFile part, byte[] chunk, int read, long size)
            throws PullException, InterruptedException {
        try {
            part.write(chunk, read);
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException();
        } catch (IOException e) {
            throw new PullException(DiskProblems.of(part.path(), size, e));
        }
    }

    private void requireChecksum(PartFile part) throws PullException, IOException {
        var expected = wanted.declared().checksum();
        if (expected == null) {
            return;
        }
        var found = Checksum.of(expected.kind(), part.path());
        if (!found.equals(expected)) {
            part.delete();
            throw wrong(expected.toString(), found.hex());
        }
    }

    private PullException brokenOff(long bytes, String why) {
        return new PullException(new PullProblem.BrokenOff(wanted.file().name(), bytes, why));
    }

    private PullException wrong(String expected, String found) {
        return new PullException(
                new PullProblem.WrongContent(wanted.file().name(), expected, found));
    }
}
