package io.clipforge.fleet;

/**
 * What one job takes of its fleet while it runs.
 *
 * @param slots at least 1; about as many as the processors it keeps busy
 * @param memoryMib mebibytes, its programs included; 0 when it is not worth counting
 * @param gpu whether it runs only where there is one; jobs share it
 */
public record Needs(int slots, int memoryMib, boolean gpu) {
    public Needs {
        if (slots < 1 || memoryMib < 0) {
            throw new IllegalArgumentException("a job takes a slot, and no less than no memory");
        }
    }

    /** One slot, no GPU. */
    public static Needs oneSlot(int memoryMib) {
        return new Needs(1, memoryMib, false);
    }
}
