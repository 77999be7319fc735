package io.clipforge.sdk.resources;

import java.nio.file.Path;

/** Where the files of one rendition lie after their download. */
public record RenditionFiles(Path video, Path srt, Path vtt, Path thumbnail) {
    static RenditionFiles in(Path folder, String name) {
        return new RenditionFiles(
                folder.resolve(name + ".mp4"),
                folder.resolve(name + ".srt"),
                folder.resolve(name + ".vtt"),
                folder.resolve(name + ".jpg"));
    }
}
