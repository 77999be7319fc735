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
