package io.clipforge.media.captions;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out what people put into SubRip for markup, and writes text so that nothing of it is taken
 * for any. Players that know no character references show them as they are: only what would be
 * misread is written so.
 */
final class SrtText {
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s<>]*)?[ \t]+([^<>\n]+)>");
    // a tag begins with a letter, a slash or (a karaoke time) a digit: "a < b" is text
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z0-9][^<>]*>|</>|<>");
    private static final Pattern ASS_OVERRIDE = Pattern.compile("\\{\\\\[^{}]*}");
    private static final Pattern ENTITY =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w+);");
    private static final Map<String, String> ENTITIES =
            Map.of(
                    "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0",
                    "lrm", "\u200e", "rlm", "\u200f");

    private SrtText() {}

    static @Nullable String speaker(List<String> lines) {
        var voice = VOICE.matcher(String.join("\n", lines));
        return voice.find() ? entitiesResolved(voice.group(1)).strip() : null;
    }

    static List<String> plain(List<String> lines) {
        return lines.stream().map(SrtText::plain).filter(line -> !line.isBlank()).toList();
    }

    static String escaped(String line) {
        var text = ENTITY.matcher(line).replaceAll("&amp;$1;");
        int lastEnd = text.lastIndexOf('>') + 1;
        var tags = text.substring(0, lastEnd).replaceAll("<(?=[/a-zA-Z0-9>])", "&lt;");
        return (tags + text.substring(lastEnd)).replace("{\\", "&#123;\\").replace("-->", "--&gt;");
    }

    private static String plain(String line) {
        var untagged = TAG.matcher(ASS_OVERRIDE.matcher(line).replaceAll("")).replaceAll("");
        return entitiesResolved(untagged).strip();
    }

    private static String entitiesResolved(String text) {
        return ENTITY.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(entity(match.group(1), match.group())));
    }

    private static String entity(String name, String asWritten) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, asWritten);
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        int code =
                hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        boolean character = code > 0 && code <= Character.MAX_CODE_POINT && !surrogate(code);
        return character ? Character.toString(code) : asWritten;
    }

    private static boolean surrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }
}
