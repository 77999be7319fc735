package io.clipforge.api.uploads;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by its first bytes whether a file can be one that we work on: the containers that ffmpeg
 * may open here, pictures for watermarks and fonts. A file's name and its announced type are only
 * its owner's word. Playlists, pages, archives and programs are none of these.
 */
final class FileSignatures {
    /** So much of a file is enough. */
    static final int LENGTH = 1_024;

    private static final Set<String> BOXES =
            Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "jP  ");
    private static final List<String> SEEN =
            List.of(
                    "\u001aE\u00df\u00a3", // Matroska, WebM
                    "FLV",
                    "OggS",
                    "DKIF",
                    "GIF8",
                    ".RMF",
                    "nut/multimedia",
                    "0&\u00b2u", // ASF
                    "\u0006\u000e+4", // MXF
                    "\u0000\u0000\u0001\u00ba", // MPEG program stream
                    "\u0000\u0000\u0001\u00b3", // MPEG video
                    "\u001f\u0007\u0000", // DV
                    "\u00b7\u00d8\u0000 ", // WTV
                    "\u0089PNG\r\n",
                    "\u00ff\u00d8\u00ff"); // JPEG
    private static final List<String> HEARD =
            List.of(
                    "fLaC",
                    "ID3",
                    "caff",
                    "#!AMR",
                    ".snd",
                    "wvpk",
                    "riff.\u0091", // Wave64
                    "\u000bw"); // AC-3, E-AC-3
    private static final List<String> FONTS =
            List.of(
                    "\u0000\u0001\u0000\u0000\u0000", // TrueType
                    "true\u0000",
                    "OTTO\u0000"); // OpenType
    private static final Pattern SEEN_IN_CHUNKS =
            Pattern.compile("(RIFF|RF64).{4}(AVI |WEBP).*", Pattern.DOTALL);
    private static final Pattern HEARD_IN_CHUNKS =
            Pattern.compile("(RIFF|RF64).{4}WAVE.*|FORM.{4}AIF[FC].*", Pattern.DOTALL);
    private static final int[] PACKETS = {188, 192, 204};

    private FileSignatures() {}

    static boolean known(byte[] head) {
        var text = new String(head, ISO_8859_1);
        return shows(head)
                || HEARD.stream().anyMatch(text::startsWith)
                || FONTS.stream().anyMatch(text::startsWith)
                || HEARD_IN_CHUNKS.matcher(text).matches()
                || isFrame(head);
    }

    /** Whether it may have a picture: neither a font nor what can only be heard. */
    static boolean shows(byte[] head) {
        var text = new String(head, ISO_8859_1);
        return (text.length() >= 8 && BOXES.contains(text.substring(4, 8)))
                || SEEN.stream().anyMatch(text::startsWith)
                || SEEN_IN_CHUNKS.matcher(text).matches()
                || isTransportStream(head);
    }

    /** MPEG audio or AAC (ADTS): twelve bits that are set, and a layer that is. */
    private static boolean isFrame(byte[] head) {
        return head.length >= 2 && head[0] == (byte) 0xFF && (head[1] & 0xE0) == 0xE0;
    }

    /** Packets of one length, each with the same first byte; with time stamps it is the fifth. */
    private static boolean isTransportStream(byte[] head) {
        for (int length : PACKETS) {
            int first = length == 192 ? 4 : 0;
            if (head.length > first + 2 * length
                    && head[first] == 0x47
                    && head[first + length] == 0x47
                    && head[first + 2 * length] == 0x47) {
                return true;
            }
        }
        return false;
    }
}
