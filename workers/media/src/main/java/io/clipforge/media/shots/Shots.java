package io.clipforge.media.shots;

import java.util.List;

/**
 * The shots of a stretch of an asset.
 *
 * @param list in order, without gaps, together the whole stretch
 * @param openWithCut whether the first one begins there; otherwise it has begun before the stretch,
 *     or with the asset
 */
public record Shots(List<Shot> list, boolean openWithCut) {
    public Shots {
        list = List.copyOf(list);
    }
}
