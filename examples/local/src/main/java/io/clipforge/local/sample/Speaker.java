package io.clipforge.local.sample;

import java.awt.Color;
import java.util.Arrays;

/** The four people of the sample: a flite voice and a look each. */
enum Speaker {
    RMS("rms", 0, 0xE0AC86, 0x3A2618, 0x27446B, 0x16324F, Hair.SHORT),
    SLT("slt", 1, 0xF1C5A5, 0x7A3B1B, 0xA83A5B, 0xC79BB8, Hair.LONG),
    AWB("awb", 2, 0xEBBB98, 0xB9B4AC, 0x3E6B4F, 0x1D3B33, Hair.BEARD),
    KAL("kal16", 3, 0xA9714B, 0x15110E, 0xC98A2B, 0x4B3620, Hair.GLASSES);

    enum Hair {
        SHORT,
        LONG,
        BEARD,
        GLASSES
    }

    private final String voice;
    private final int seat;
    private final Color skin;
    private final Color hair;
    private final Color shirt;
    private final Color studio;
    private final Hair style;

    Speaker(String voice, int seat, int skin, int hair, int shirt, int studio, Hair style) {
        this.voice = voice;
        this.seat = seat;
        this.skin = new Color(skin);
        this.hair = new Color(hair);
        this.shirt = new Color(shirt);
        this.studio = new Color(studio);
        this.style = style;
    }

    static Speaker at(int seat) {
        return Arrays.stream(values()).filter(it -> it.seat == seat).findFirst().orElseThrow();
    }

    String voice() {
        return voice;
    }

    /** At the table, from the left. */
    int seat() {
        return seat;
    }

    Color skin() {
        return skin;
    }

    Color hair() {
        return hair;
    }

    Color shirt() {
        return shirt;
    }

    Color studio() {
        return studio;
    }

    Hair style() {
        return style;
    }
}
