package io.clipforge.speech.model;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/** What this process has of the C library's memory, the heap of Java not counted. */
final class NativeMemory {
    private static final MemoryLayout STATISTICS =
            MemoryLayout.structLayout(MemoryLayout.sequenceLayout(10, JAVA_LONG));
    private static final int IN_MAPPINGS = 4;
    private static final int IN_USE = 7;

    private NativeMemory() {}

    /** In bytes, by {@code mallinfo2} of glibc. */
    @SuppressWarnings("restricted")
    static long allocated() {
        var linker = Linker.nativeLinker();
        var mallinfo =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("mallinfo2"),
                        FunctionDescriptor.of(STATISTICS));
        try (var arena = Arena.ofConfined()) {
            var told = (MemorySegment) mallinfo.invokeExact((SegmentAllocator) arena);
            return told.getAtIndex(JAVA_LONG, IN_MAPPINGS) + told.getAtIndex(JAVA_LONG, IN_USE);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
