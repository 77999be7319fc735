package io.clipforge.media.captions;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the markup out of a cue's text and puts what must be escaped back in. */
final class CueText {
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]*)?\\s+([^>]+)>");
    // a tag begins with a letter, a slash or (a karaoke time) a digit: "a < b" is text
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z0-9][^<>]*>|</>|<>");
    private static final Pattern ASS_OVERRIDE = Pattern.compile("\\{\\\\[^}]*}");
    private static final Pattern ENTITY =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w+);");
    private static final Map<String, String> ENTITIES =
            Map.of(
                    "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0",
                    "lrm", "\u200e", "rlm", "\u200f");

    private CueText() {}

    static @Nullable String speaker(List<String> lines) {
        var voice = VOICE.matcher(String.join("\n", lines));
        return voice.find() ? entitiesResolved(voice.group(1)).strip() : null;
    }

    static List<String> plain(List<String> lines) {
        return lines.stream().map(CueText::plain).filter(line -> !line.isBlank()).toList();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String plain(String line) {
        var untagged = TAG.matcher(ASS_OVERRIDE.matcher(line).replaceAll("")).replaceAll("");
        return entitiesResolved(untagged).replace("\u0000", "\ufffd").strip();
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
        return Character.isValidCodePoint(code) && code != 0 ? Character.toString(code) : asWritten;
    }
}
