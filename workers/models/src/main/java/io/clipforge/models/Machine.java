package io.clipforge.models;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a model has to make do with.
 *
 * @param memoryMib of the machine, or of the container it is in
 */
public record Machine(long memoryMib, int processors) {
    private static final int BYTES_PER_MIB = 1 << 20;

    public static Machine here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getTotalMemorySize() / BYTES_PER_MIB,
                Runtime.getRuntime().availableProcessors());
    }
}
