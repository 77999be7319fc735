package io.clipforge.local.bench.reframe;

import io.clipforge.media.reframe.FramedShot;
import io.clipforge.media.reframe.Framing;
import io.clipforge.media.reframe.Reframer;
import io.clipforge.media.reframe.Size;
import java.util.List;

/** What the product shows of a film. */
final class Product {
    private Product() {}

    static List<View> frame(Seen seen, Size frame) {
        return new Reframer(seen.size(), frame)
                .frame(seen.shots(), 0, seen.lengthMs()).stream()
                        .map(it -> view(it, seen.size()))
                        .toList();
    }

    private static View view(FramedShot shot, Size source) {
        return switch (shot.framing()) {
            case Framing.Crop crop ->
                    new View(
                            shot.startMs(),
                            shot.endMs(),
                            at -> {
                                double from = crop.path().at(at);
                                return new Span(from, from + crop.window().width());
                            });
            case Framing.Whole _, Framing.Fit _ ->
                    new View(shot.startMs(), shot.endMs(), _ -> new Span(0, source.width()));
        };
    }
}
