package io.clipforge.local.bench.http;

/** A service and what is sent to it. */
record Contender(Service service, Traffic traffic) {
    String name() {
        return service.name();
    }

    Load load(int connections) {
        return new Load(service.port(), traffic, connections);
    }
}
