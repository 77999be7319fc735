package io.clipforge.fleet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A job's surroundings on one folder: a key is a path under {@code objects}. */
public final class FolderJobContext implements JobContext {
    /** One call of {@link #progress}. */
    public record Reported(String stage, double progress) {}

    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Path objects;
    private final Path workspace;
    private final String prefix;
    private final List<Reported> reports = new CopyOnWriteArrayList<>();
    private final Map<String, String> contentTypes = new LinkedHashMap<>();
    private final AtomicLong fetchedBytes = new AtomicLong();

    /**
     * @param prefix where {@link #store} puts things; ends with a slash
     */
    public FolderJobContext(Path folder, String prefix) {
        try {
            this.objects = Files.createDirectories(folder.resolve("objects"));
            this.workspace = Files.createTempDirectory(folder, "workspace-");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        this.prefix = prefix;
    }

    /** Puts an object there for the job to find. */
    public void put(String key, Path file) throws IOException {
        Files.copy(file, place(key), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Puts a document there for the job to find. */
    public void put(String key, Object document) throws IOException {
        JSON.writeValue(place(key).toFile(), document);
    }

    /** Where the object of this key lies, whether or not it exists. */
    public Path object(String key) {
        return objects.resolve(key);
    }

    public List<Reported> reports() {
        return List.copyOf(reports);
    }

    /** By key, in the order of storing. */
    public Map<String, String> contentTypes() {
        return contentTypes;
    }

    /** How much was fetched in all. */
    public long fetchedBytes() {
        return fetchedBytes.get();
    }

    @Override
    public Path workspace() {
        return workspace;
    }

    @Override
    public Path fetch(String key) throws IOException {
        if (!Files.isRegularFile(object(key))) {
            throw new FileNotFoundException(key);
        }
        var copy = workspace.resolve(key.replace('/', '_'));
        fetchedBytes.addAndGet(Files.size(object(key)));
        return Files.copy(object(key), copy, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public Path fetchRange(String key, long offset, long length) throws IOException {
        if (!Files.isRegularFile(object(key))) {
            throw new FileNotFoundException(key);
        }
        var file = Files.createTempFile(workspace, "range-", "");
        try (var whole = FileChannel.open(object(key));
                var stretch = FileChannel.open(file, StandardOpenOption.WRITE)) {
            whole.transferTo(offset, length, stretch);
        }
        fetchedBytes.addAndGet(Files.size(file));
        return file;
    }

    @Override
    public String store(String name, Path file, String contentType) throws IOException {
        var key = prefix + name;
        put(key, file);
        contentTypes.put(key, contentType);
        return key;
    }

    @Override
    public <T> T read(String key, Class<T> type) throws IOException {
        return Objects.requireNonNull(JSON.readValue(object(key).toFile(), type));
    }

    @Override
    public String write(String name, Object document) throws IOException {
        var key = prefix + name;
        put(key, document);
        contentTypes.put(key, "application/json");
        return key;
    }

    @Override
    public void progress(String stage, double progress) {
        if (!(progress >= 0 && progress <= 1)) {
            throw new IllegalArgumentException(stage + " is at " + progress);
        }
        reports.add(new Reported(stage, progress));
    }

    private Path place(String key) throws IOException {
        var file = object(key);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return file;
    }
}
