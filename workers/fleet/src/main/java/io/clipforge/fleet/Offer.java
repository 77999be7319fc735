package io.clipforge.fleet;

import io.clipforge.jobs.JobKind;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which kinds a fleet takes: those it is told to, or all that it has a handler and room for. */
final class Offer {
    private static final Logger log = LoggerFactory.getLogger(Offer.class);

    private Offer() {}

    static Map<JobKind, Needs> of(JobHandlers handlers, FleetSettings settings) {
        var wanted = settings.wanted();
        return wanted.isEmpty() ? fitting(handlers, settings) : asked(handlers, settings);
    }

    private static Map<JobKind, Needs> fitting(JobHandlers handlers, FleetSettings settings) {
        var offer = new EnumMap<JobKind, Needs>(JobKind.class);
        handlers.needs()
                .forEach((kind, needs) -> {
                    if (settings.holds(needs, handlers.residentMib())) {
                        offer.put(kind, needs);
                    } else {
                        log.warn(
                                "{}, so it is left to other fleets",
                                tooLarge(kind, needs, handlers, settings));
                    }
                });
        return offer;
    }

    private static Map<JobKind, Needs> asked(JobHandlers handlers, FleetSettings settings) {
        var offer = new EnumMap<JobKind, Needs>(JobKind.class);
        for (var kind : settings.wanted()) {
            var needs = handlers.needs().get(kind);
            if (needs == null) {
                throw new IllegalArgumentException(
                        "clipforge.fleet.kinds: nobody here does " + FleetSettings.name(kind));
            }
            if (!settings.holds(needs, handlers.residentMib())) {
                throw new IllegalArgumentException(
                        "clipforge.fleet.kinds: " + tooLarge(kind, needs, handlers, settings));
            }
            offer.put(kind, needs);
        }
        return offer;
    }

    private static String tooLarge(
            JobKind kind, Needs needs, JobHandlers handlers, FleetSettings settings) {
        int held = handlers.residentMib();
        return "%s needs %s, but this fleet has %s%s"
                .formatted(
                        FleetSettings.name(kind),
                        text(needs.slots(), needs.memoryMib(), needs.gpu()),
                        text(settings.slotsInAll(), settings.memoryMibInAll(), settings.gpu()),
                        held == 0 ? "" : ", of which its models hold " + held + " MiB");
    }

    private static String text(int slots, int memoryMib, boolean gpu) {
        return "%d slots, %d MiB and %s GPU".formatted(slots, memoryMib, gpu ? "a" : "no");
    }
}
