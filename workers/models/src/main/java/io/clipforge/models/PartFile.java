package io.clipforge.models;

import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a file so far, in {@code NAME.part}; it outlives the process that fetches it.
 * Beside it {@code NAME.part.of} says of which version of the file.
 */
final class PartFile implements Closeable {
    private static final String CHECKSUM = "checksum";
    private static final String VALIDATOR = "validator";

    private final Path target;
    private final Path part;
    private final Path note;
    private @Nullable FileChannel channel;

    PartFile(Path target) {
        this.target = target;
        part = target.resolveSibling(target.getFileName() + ".part");
        note = target.resolveSibling(target.getFileName() + ".part.of");
    }

    Path path() {
        return part;
    }

    /**
     * How many bytes are here of the file that is declared now: none when they may be of another.
     */
    long usable(Declaration declared) throws IOException {
        if (!Files.exists(part)) {
            return 0;
        }
        var of = readNote();
        boolean same =
                declared.checksum() == null
                        ? of.getProperty(VALIDATOR) != null
                        : declared.checksum().toString().equals(of.getProperty(CHECKSUM));
        long size = Files.size(part);
        return same && (declared.bytes() == null || size <= declared.bytes()) ? size : 0;
    }

    /** As the server named the version whose bytes are here. */
    @Nullable String validator() throws IOException {
        return readNote().getProperty(VALIDATOR);
    }

    /** Opens it for what comes from here on; whatever was behind that is cut off. */
    void open(long from, Declaration declared, @Nullable String validator) throws IOException {
        close();
        if (from == 0) {
            Files.deleteIfExists(note); // so that it never speaks of the bytes of another version
        }
        var opened = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel = opened;
        if (opened.size() > from) {
            opened.truncate(from);
        }
        opened.position(from);
        writeNote(declared, validator);
    }

    void write(byte[] bytes, int length) throws IOException {
        if (channel == null) {
            throw new IllegalStateException("it is not open");
        }
        var rest = ByteBuffer.wrap(bytes, 0, length);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /** It is whole: from now on it has its name, also after a power cut. */
    void becomeTarget() throws IOException {
        try (var whole = FileChannel.open(part, StandardOpenOption.WRITE)) {
            whole.force(true);
        }
        Files.move(
                part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(note);
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(part);
        Files.deleteIfExists(note);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    private Properties readNote() throws IOException {
        var of = new Properties();
        if (Files.exists(note)) {
            of.load(new StringReader(Files.readString(note)));
        }
        return of;
    }

    private void writeNote(Declaration declared, @Nullable String validator) throws IOException {
        var of = new Properties();
        if (declared.checksum() != null) {
            of.setProperty(CHECKSUM, declared.checksum().toString());
        }
        if (validator != null) {
            of.setProperty(VALIDATOR, validator);
        }
        var text = new StringWriter();
        of.store(text, null);
        Files.writeString(note, text.toString());
    }
}
