package io.clipforge.speech.model;

import java.util.List;

/** How exactly the weights of a model are kept. */
public enum Precision {
    /** As they were trained. */
    FLOAT32,
    /** Half the memory; a CPU computes with 32 bits all the same. */
    FLOAT16,
    /** A quarter of the memory, and on a CPU the fastest. */
    INT8,
    /** An eighth. */
    INT4;

    /** The most exact there is. */
    public static final List<Precision> BY_EXACTNESS = List.of(FLOAT32, FLOAT16, INT8, INT4);

    /**
     * By how people call it: {@code fp32}, {@code fp16}, {@code int8} or {@code int4}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Precision named(String name) {
        return switch (name) {
            case "fp32" -> FLOAT32;
            case "fp16" -> FLOAT16;
            case "int8" -> INT8;
            case "int4" -> INT4;
            default ->
                    throw new IllegalArgumentException(
                            "there is no precision '" + name + "', but fp32, fp16, int8, int4");
        };
    }

    /** How people call it. */
    public String title() {
        return switch (this) {
            case FLOAT32 -> "fp32";
            case FLOAT16 -> "fp16";
            case INT8 -> "int8";
            case INT4 -> "int4";
        };
    }

    /** What files are named by it: it stands before {@code .onnx}; the usual one first. */
    List<String> suffixes() {
        return switch (this) {
            case FLOAT32 -> List.of("");
            case FLOAT16 -> List.of("_fp16");
            case INT8 -> List.of("_quantized", "_int8", "_uint8");
            case INT4 -> List.of("_q4", "_bnb4");
        };
    }
}
