package io.clipforge.local.bench.chaos;

import java.util.Locale;

/** Whom a fault can hit. */
enum Target {
    FLEET_1,
    FLEET_2,
    FLEET_3,
    CONTROL_PLANE_1,
    CONTROL_PLANE_2,
    REDIS,
    POSTGRES;

    boolean fleet() {
        return this == FLEET_1 || this == FLEET_2 || this == FLEET_3;
    }

    boolean controlPlane() {
        return this == CONTROL_PLANE_1 || this == CONTROL_PLANE_2;
    }

    /** As people and logs write it: {@code fleet-1}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
