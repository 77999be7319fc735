package io.clipforge.local.demo;

import io.clipforge.sdk.ProgressListener;
import io.clipforge.sdk.model.Export;
import io.clipforge.sdk.model.Rendition;
import io.clipforge.sdk.resources.Exports;
import io.clipforge.sdk.resources.RenditionFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The clips of one file on this machine's disk. */
final class Clips {
    private static final String FOLDER = "clips";
    private static final String OURS = "\\d\\d-\\d+x\\d+\\.(mp4|srt|vtt|jpg)";

    private final Path out;
    private final Path folder;
    private final List<Report.Export> exports = new ArrayList<>();

    private Clips(Path out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** What an earlier run left there would be taken for this one's. */
    static Clips in(Path out) throws IOException {
        var folder = Files.createDirectories(out.resolve(FOLDER));
        try (var files = Files.list(folder)) {
            for (var old : files.filter(it -> name(it).matches(OURS)).toList()) {
                Files.delete(old);
            }
        }
        return new Clips(out, folder);
    }

    /** Downloads what was exported as the {@code place}th best. */
    void download(Exports service, int place, Export export) {
        for (var rendition : export.getRenditions()) {
            var name =
                    String.format(
                            Locale.ROOT, "%02d-%s", place, Options.fileName(rendition.getRatio()));
            var files = service.download(rendition, folder, name, ProgressListener.NONE);
            exports.add(entry(export, rendition, files));
        }
    }

    List<Report.Export> exports() {
        return List.copyOf(exports);
    }

    /** Writes all of them at a glance. */
    void sheet() throws IOException {
        var cells =
                exports.stream()
                        .map(it ->
                                new ContactSheet.Cell(
                                        out.resolve(it.thumbnail()), name(Path.of(it.file()))))
                        .toList();
        ContactSheet.write(cells, out.resolve("contact-sheet.jpg"));
    }

    private Report.Export entry(Export export, Rendition rendition, RenditionFiles files) {
        return new Report.Export(
                path(files.video()),
                rendition.getRatio().getValue(),
                rendition.getWidth(),
                rendition.getHeight(),
                Seconds.of(export.getStartMs()),
                Seconds.of(export.getEndMs()),
                Seconds.of(rendition.getDurationMs()),
                Report.Loudness.of(rendition.getLoudness()),
                new Report.Captions(path(files.srt()), path(files.vtt())),
                path(files.thumbnail()));
    }

    private String path(Path file) {
        return FOLDER + "/" + name(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
