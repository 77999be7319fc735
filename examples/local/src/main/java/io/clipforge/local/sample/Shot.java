package io.clipforge.local.sample;

import java.util.List;

/** What is seen, without a cut, while some sentences are spoken. */
record Shot(Picture picture, List<Line> lines) {
    Shot(Picture picture, Line... lines) {
        this(picture, List.of(lines));
    }
}
