package io.clipforge.media.captions.vtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.clipforge.media.captions.vtt.VttNode.Span;
import io.clipforge.media.captions.vtt.VttNode.Text;
import io.clipforge.media.captions.vtt.VttNode.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the cue-text cases of web-platform-tests show, in texts of our own; character references are
 * those of HTML, as the specification says now. A tree is told as {@code tag.class(annotation)[…]}.
 */
class VttMarkupTest {
    @ParameterizedTest
    @MethodSource("texts")
    void everyTextIsATree(String text, String tree) {
        assertEquals(tree, tree(VttMarkup.parse(text)));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                of("", ""),
                of("a\nb", "'a\nb'"),
                of("<b>a</b>c", "b['a'] 'c'"),
                of("<i>a", "i['a']"),
                of("<u>a</b>c</u>", "u['a' 'c']"),
                of("a</b>c", "'a' 'c'"),
                of("<c.x.y>a</c>", "c.x.y['a']"),
                of("<c..x.>a", "c.x['a']"),
                of("<b.x\ty z>a", "b.x['a']"),
                of("<v Ann>a</v>", "v(Ann)['a']"),
                of("<v.loud  Ann \t Lee\n>a", "v.loud(Ann Lee)['a']"),
                of("<v A&amp;B &lt;3>a", "v(A&B <3)['a']"),
                of("<v\nAnn>a", "v(Ann)['a']"),
                of("<lang de-AT>a</lang>", "lang(de-AT)['a']"),
                of("<ruby>a<rt>b</rt>c</ruby>d", "ruby['a' rt['b'] 'c'] 'd'"),
                of("<ruby>a<rt>b</ruby>c", "ruby['a' rt['b']] 'c'"),
                of("<ruby>a<rt><b>c</rt></ruby>d", "ruby['a' rt[b['c' 'd']]]"),
                of("<rt>a", "'a'"),
                of("<blink>a</blink>", "'a'"),
                of("<B>a", "'a'"),
                of("<>a</>", "'a'"),
                of("a<", "'a'"),
                of("a<b", "'a' b[]"),
                of("a</b", "'a'"),
                of("a < b > c", "'a ' ' c'"),
                of("a<00:01.500>b", "'a' @1500 'b'"),
                of("a<0:00:01.500>b<1.5>c", "'a' @1500 'b' 'c'"),
                of("&amp;&lt;&gt;&nbsp;&lrm;&rlm;", "'&<>\u00a0\u200e\u200f'"),
                of("&quot;&copy;&#33;&#x21;&ampx", "'\"©!!&x'"),
                of("& && &; &1; &x; &#; &#x;", "'& && &; &1; &x; &#; &#x;'"),
                of("&<b>&", "'&' b['&']"),
                of("&#0;&#xD800;&#x110000;", "'\ufffd\ufffd\ufffd'"),
                of("a-->b", "'a-->b'"));
    }

    @Test
    void tagsInTagsHaveAnEnd() {
        var nodes = VttMarkup.parse("<b>".repeat(100_000) + "a");
        assertEquals(VttMarkup.DEEPEST, tree(nodes).chars().filter(it -> it == 'b').count());
        assertFalse(VttMarkup.written(nodes).isEmpty());
    }

    @Test
    void aHostileTextIsReadInOneGo() {
        for (var piece : List.of("<", "<b", "</", "&", "&a", "<v &#", "<b></c>", "<c.", "<1:")) {
            var text = piece.repeat(300_000);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> VttMarkup.parse(text));
        }
    }

    private static String tree(List<VttNode> nodes) {
        return nodes.stream().map(VttMarkupTest::tree).collect(Collectors.joining(" "));
    }

    private static String tree(VttNode node) {
        return switch (node) {
            case Text(var text) -> "'" + text + "'";
            case Timestamp(var ms) -> "@" + ms;
            case Span(var kind, var classes, var annotation, var children) ->
                    kind.tag()
                            + classes.stream().map(it -> "." + it).collect(Collectors.joining())
                            + (annotation.isEmpty() ? "" : "(" + annotation + ")")
                            + ("[" + tree(children) + "]");
        };
    }

    private static Arguments of(String text, String tree) {
        return Arguments.of(text, tree);
    }
}
