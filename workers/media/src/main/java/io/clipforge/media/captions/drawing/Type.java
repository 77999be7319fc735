package io.clipforge.media.captions.drawing;

import io.clipforge.media.captions.Caption;
import io.clipforge.media.captions.Word;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.paragraph.Alignment;
import io.github.humbleui.skija.paragraph.Direction;
import io.github.humbleui.skija.paragraph.Paragraph;
import io.github.humbleui.skija.paragraph.ParagraphStyle;
import io.github.humbleui.skija.paragraph.RectHeightMode;
import io.github.humbleui.skija.paragraph.RectWidthMode;
import io.github.humbleui.skija.paragraph.TextBox;
import io.github.humbleui.types.Rect;
import java.text.Bidi;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets the words of a clip in type: in which size, and where each stands. */
final class Type implements AutoCloseable {
    private static final float WORD_SPACING = 0.08f;

    /** A line that just fits must not be broken by rounding. */
    private static final float SLACK = 0.995f;

    private final float width;
    private final Fonts fonts;
    private final Map<Caption, Float> sizes = new HashMap<>();
    private final Map<Caption, Float> heights = new HashMap<>();

    /**
     * Pixels.
     *
     * @param usual of a clip whose lines are short; more of them make it smaller
     * @param smallest of a clip with long lines
     * @param legible what a single longer line may shrink to; behind that it is broken
     */
    record Sizes(float usual, float smallest, float legible) {}

    /** One size for the whole clip, the largest in which every line fits. */
    Type(int width, Sizes sizes, @Nullable BrandFont font, List<Caption> captions) {
        this.width = width;
        var text = captions.stream().flatMap(Type::texts).collect(Collectors.joining(" "));
        this.fonts = Fonts.of(text, font);
        var fitting = new HashMap<Caption, Float>();
        captions.forEach(it -> fitting.computeIfAbsent(it, this::fitting));
        float widest = fitting.values().stream().min(Float::compare).orElse(sizes.usual());
        float size = Math.clamp(widest, sizes.smallest(), sizes.usual());
        fitting.forEach(
                (caption, own) -> this.sizes.put(caption, Math.clamp(own, sizes.legible(), size)));
        fitting.keySet().forEach(it -> heights.put(it, laidOutHeight(it)));
    }

    float size(Caption caption) {
        return sizes.getOrDefault(caption, 1f);
    }

    /** Of its lines, without what is painted around them. */
    float height(Caption caption) {
        return heights.getOrDefault(caption, 0f);
    }

    /** Of the paragraph, in whose middle the lines stand. */
    float width(Caption caption) {
        return (float) Math.ceil(width - 2 * fonts.margin() * size(caption));
    }

    /** What is painted above its lines, and below them. */
    float edge(Caption caption) {
        return fonts.edge() * size(caption);
    }

    private float laidOutHeight(Caption caption) {
        try (var paint = new Paint();
                var words = set(caption, _ -> paint)) {
            return words.getHeight();
        }
    }

    /** Where a paragraph is to be painted. */
    float left(Caption caption) {
        return fonts.margin() * size(caption);
    }

    /**
     * @param paints for each word by its index
     */
    Paragraph set(Caption caption, IntFunction<Paint> paints) {
        return built(caption, size(caption), paints).layout(width(caption));
    }

    /** Where a word stands in its paragraph: several boxes when it is broken. */
    static List<Rect> boxes(Paragraph paragraph, Caption caption, int word) {
        int start = start(caption, word);
        int end = start + caption.words().get(word).text().length();
        var boxes =
                paragraph.getRectsForRange(start, end, RectHeightMode.TIGHT, RectWidthMode.TIGHT);
        return Arrays.stream(boxes).map(TextBox::getRect).toList();
    }

    /** Where the lines stand in their paragraph. */
    static List<Rect> lines(Paragraph paragraph) {
        return Arrays.stream(paragraph.getLineMetrics())
                .map(it -> {
                    float top = (float) (it.getBaseline() - it.getAscent());
                    float bottom = (float) (it.getBaseline() + it.getDescent());
                    return Rect.makeLTRB((float) it.getLeft(), top, (float) it.getRight(), bottom);
                })
                .toList();
    }

    /** How many characters no font has. */
    int unknown(Caption caption) {
        try (var paint = new Paint();
                var words = set(caption, _ -> paint)) {
            return words.getUnresolvedGlyphsCount();
        }
    }

    /** Whether the pictures are the same on every machine. */
    boolean complete() {
        return fonts.complete();
    }

    @Override
    public void close() {
        fonts.close();
    }

    private static Stream<String> texts(Caption caption) {
        return caption.words().stream().map(Word::text);
    }

    /** The size in which its widest line fills the width. */
    private float fitting(Caption caption) {
        float probe = width / 10;
        try (var paint = new Paint();
                var words = built(caption, probe, _ -> paint).layout(Float.MAX_VALUE)) {
            return SLACK * width / (words.getMaxIntrinsicWidth() / probe + 2 * fonts.margin());
        }
    }

    private Paragraph built(Caption caption, float size, IntFunction<Paint> paints) {
        try (var style =
                        new ParagraphStyle()
                                .setAlignment(Alignment.CENTER)
                                .setDirection(direction(caption));
                var builder = fonts.paragraph(style)) {
            float spacing = isBidirectional(caption) ? 0 : WORD_SPACING * size;
            int index = 0;
            for (var line : caption.lines()) {
                for (int i = 0; i < line.size(); i++, index++) {
                    var before = i > 0 ? line.get(i).glued() ? "" : " " : index > 0 ? "\n" : "";
                    var paint = paints.apply(index);
                    fonts.add(builder, before + line.get(i).text(), size, spacing, paint);
                }
            }
            return builder.build();
        }
    }

    /** With more space between words the places of those that are read to the left come wrong. */
    private static boolean isBidirectional(Caption caption) {
        return texts(caption)
                .map(String::toCharArray)
                .anyMatch(it -> Bidi.requiresBidi(it, 0, it.length));
    }

    /** As its first letter is read. */
    private static Direction direction(Caption caption) {
        var text = texts(caption).collect(Collectors.joining(" "));
        var bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        return bidi.baseIsLeftToRight() ? Direction.LTR : Direction.RTL;
    }

    private static int start(Caption caption, int word) {
        int index = 0;
        int start = 0;
        for (var line : caption.lines()) {
            if (word < index + line.size()) {
                var before = Word.text(line.subList(0, word - index));
                boolean spaced = word > index && !line.get(word - index).glued();
                return start + before.length() + (spaced ? 1 : 0);
            }
            start += Word.text(line).length() + 1;
            index += line.size();
        }
        throw new IllegalArgumentException("no word " + word);
    }
}
