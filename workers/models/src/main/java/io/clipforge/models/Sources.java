package io.clipforge.models;

import java.time.Duration;

/** The source that a place is. */
final class Sources {
    private Sources() {}

    /**
     * @param patience until an answer begins
     */
    static Source open(Place place, Duration patience) {
        return switch (place) {
            case Place.Publishers it -> HttpSource.publishers(it.hub(), it.token(), patience);
            case Place.Mirror it -> HttpSource.mirror(it.base(), patience);
            case Place.Folder it -> new FolderSource(it.path());
        };
    }
}
