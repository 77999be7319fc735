package io.clipforge.media.captions.vtt;

import io.clipforge.media.captions.vtt.VttNode.Kind;
import io.clipforge.media.captions.vtt.VttNode.Span;
import io.clipforge.media.captions.vtt.VttNode.Text;
import io.clipforge.media.captions.vtt.VttNode.Timestamp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Makes nodes of a cue's text, whatever it is, and text of nodes. Source: WebVTT, W3C, section
 * "WebVTT cue text parsing rules".
 */
final class VttMarkup {
    /** Nobody nests deeper who means well. */
    static final int DEEPEST = 64;

    private final Deque<Open> open = new ArrayDeque<>();

    private VttMarkup() {
        open.push(new Open(Kind.C, new VttTag("c", List.of(), "")));
    }

    static List<VttNode> parse(String text) {
        return new VttMarkup().nodes(text);
    }

    private List<VttNode> nodes(String text) {
        int at = 0;
        while (at < text.length()) {
            boolean tag = text.charAt(at) == '<';
            int end = text.indexOf(tag ? '>' : '<', at);
            if (end < 0) {
                end = text.length();
            }
            if (tag) {
                tag(text.substring(at + 1, end));
                at = end + 1;
            } else {
                text(References.resolved(text.substring(at, end)));
                at = end;
            }
        }
        while (open.size() > 1) {
            close();
        }
        return List.copyOf(open.getFirst().children);
    }

    private void text(String text) {
        open.getFirst().children.add(new Text(text));
    }

    private void tag(String content) {
        if (content.startsWith("/")) {
            end(content.substring(1));
        } else if (!content.isEmpty() && content.charAt(0) >= '0' && content.charAt(0) <= '9') {
            VttTime.parse(content).ifPresent(it -> open.getFirst().children.add(new Timestamp(it)));
        } else {
            start(VttTag.parse(content));
        }
    }

    /** A tag nobody knows is as if it were not there. */
    private void start(VttTag tag) {
        kind(tag.name())
                .filter(it -> it != Kind.RT || open.getFirst().kind == Kind.RUBY)
                .filter(_ -> open.size() <= DEEPEST)
                .ifPresent(it -> open.push(new Open(it, tag)));
    }

    /** Ends the innermost span only, but for a ruby, which ends its last text as well. */
    private void end(String name) {
        var innermost = open.getFirst().kind;
        if (open.size() > 1 && innermost.tag().equals(name)) {
            close();
        } else if (innermost == Kind.RT && name.equals(Kind.RUBY.tag())) {
            close();
            close();
        }
    }

    private void close() {
        var span = open.pop().span();
        open.getFirst().children.add(span);
    }

    private static Optional<Kind> kind(String tag) {
        return Arrays.stream(Kind.values()).filter(it -> it.tag().equals(tag)).findFirst();
    }

    static String written(List<VttNode> nodes) {
        var text = new StringBuilder();
        nodes.forEach(it -> write(it, text));
        return text.toString();
    }

    private static void write(VttNode node, StringBuilder text) {
        switch (node) {
            case Text(var shown) -> text.append(escaped(shown));
            case Timestamp(var ms) -> text.append('<').append(VttTime.format(ms)).append('>');
            case Span(var kind, var classes, var annotation, var children) -> {
                text.append('<').append(kind.tag());
                classes.forEach(it -> text.append('.').append(it));
                text.append(annotation.isEmpty() ? "" : " " + escaped(annotation)).append('>');
                children.forEach(it -> write(it, text));
                text.append("</").append(kind.tag()).append('>');
            }
        }
    }

    /** A line feed that would make a blank line, and so end the cue, is written as a reference. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;")
                .replaceAll("\\A\n|\n\\z|(?<=\n)\n", "&#10;");
    }

    /** A span that has not ended yet. */
    private static final class Open {
        private final Kind kind;
        private final VttTag tag;
        private final List<VttNode> children = new ArrayList<>();

        private Open(Kind kind, VttTag tag) {
            this.kind = kind;
            this.tag = tag;
        }

        private Span span() {
            return new Span(
                    kind, tag.classes(), kind.annotated() ? tag.annotation() : "", children);
        }
    }
}
