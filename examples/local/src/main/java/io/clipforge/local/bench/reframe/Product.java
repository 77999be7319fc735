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
                                return List.of(new Span(from, from + crop.window().width()));
                            });
            case Framing.Split split -> {
                var panes = List.of(span(split.upper()), span(split.lower()));
                yield new View(shot.startMs(), shot.endMs(), _ -> panes);
            }
            case Framing.Whole _, Framing.Fit _ ->
                    new View(
                            shot.startMs(),
                            shot.endMs(),
                            _ -> List.of(new Span(0, source.width())));
        };
    }

    private static Span span(Framing.Window window) {
        return new Span(window.x(), window.x() + (double) window.size().width());
    }
}
