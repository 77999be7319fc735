package io.clipforge.api.uploads;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileSignaturesTest {

    private static boolean known(String head) {
        return FileSignatures.known(head.getBytes(ISO_8859_1));
    }

    @Test
    void containersPicturesAndFontsAreKnown() {
        for (var head :
                List.of(
                        "\u0000\u0000\u0000 ftypisom",
                        "\u0000\u0000\u0000\u0008wide\u0000\u0000\u0000\u0000mdat",
                        "\u001aE\u00df\u00a3\u0001",
                        "RIFF$\u0000\u0000\u0000AVI LIST",
                        "RIFF\n\r\n\u0000WAVEfmt ",
                        "RIFF$\u0000\u0000\u0000WEBPVP8 ",
                        "FORM\u0000\u0000\u0000\u0000AIFFCOMM",
                        "FLV\u0001\u0005",
                        "OggS\u0000",
                        "fLaC\u0000",
                        "ID3\u0004",
                        "\u00ff\u00fb\u0090",
                        "\u00ff\u00f1P",
                        "\u0000\u0000\u0001\u00baD",
                        "\u0000\u0001\u0000\u0000\u0000\u0010",
                        "OTTO\u0000\u000b",
                        "\u0089PNG\r\n\u001a\n",
                        "\u00ff\u00d8\u00ff\u00e0")) {
            assertTrue(known(head), head);
        }
    }

    @Test
    void whatCanOnlyBeHeardAndFontsShowNothing() {
        for (var head :
                List.of(
                        "fLaC\u0000",
                        "ID3\u0004",
                        "RIFF$\u0000\u0000\u0000WAVEfmt ",
                        "OTTO\u0000")) {
            assertFalse(FileSignatures.shows(head.getBytes(ISO_8859_1)), head);
        }
        for (var head :
                List.of(
                        "\u0000\u0000\u0000 ftypisom",
                        "\u0089PNG\r\n",
                        "\u00ff\u00d8\u00ff\u00e0")) {
            assertTrue(FileSignatures.shows(head.getBytes(ISO_8859_1)), head);
        }
    }

    @Test
    void aTransportStreamIsKnownByItsPackets() {
        for (int length : new int[] {188, 204}) {
            assertTrue(known(("G" + "x".repeat(length - 1)).repeat(4)));
        }
        assertTrue(known(("tsts" + "G" + "x".repeat(187)).repeat(4)));
        assertFalse(known("G" + "x".repeat(600)), "a text that begins so");
    }

    @Test
    void whatMayNameOtherFilesOrRunIsNot() {
        for (var head :
                List.of(
                        "",
                        "hello",
                        "#EXTM3U\n#EXT-X-VERSION:3",
                        "ffconcat version 1.0\nfile /etc/passwd",
                        "<?xml version=\"1.0\"?><MPD>",
                        "<!DOCTYPE html>",
                        "v=0\r\no=- 0 0 IN IP4 127.0.0.1",
                        "MZ\u0090\u0000",
                        "\u007fELF",
                        "PK\u0003\u0004",
                        "%PDF-1.7",
                        "#!/bin/sh",
                        "RIFF$\u0000\u0000\u0000ACON")) {
            assertFalse(known(head), head);
        }
    }
}
