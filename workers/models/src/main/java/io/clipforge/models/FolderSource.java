package io.clipforge.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files that were carried here: a copy of another machine's models folder. */
final class FolderSource implements Source {
    private final Path folder;

    FolderSource(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public boolean answers(Model model) {
        return Files.isDirectory(folder.resolve(model.name()));
    }

    @Override
    public Declaration declare(Model model, ModelFile file) throws PullException {
        var path = path(model, file);
        try {
            var locked =
                    ModelLock.in(folder.resolve(model.name())).flatMap(it -> it.declares(file));
            long bytes = Files.size(path);
            return locked.orElse(new Declaration(bytes, null, null, Trust.FIRST_SEEN));
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    @Override
    public Content open(Model model, ModelFile file, long from, @Nullable String validator)
            throws PullException {
        var path = path(model, file);
        try {
            // with the time, since a copy may be replaced while another is half way here
            var version = Files.size(path) + "@" + Files.getLastModifiedTime(path).toMillis();
            long begin = validator == null || validator.equals(version) ? from : 0;
            var in = Files.newInputStream(path);
            in.skipNBytes(begin);
            return new Content(in, begin, Files.size(path), version);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    @Override
    public void close() {
        // nothing is open
    }

    private Path path(Model model, ModelFile file) {
        return folder.resolve(model.name()).resolve(file.name());
    }

    private static PullException failed(Path path, IOException e) {
        return new PullException(
                e instanceof NoSuchFileException
                        ? new PullProblem.Missing(path)
                        : new PullProblem.Unreachable(path.toString(), HttpSource.why(e)));
    }
}
