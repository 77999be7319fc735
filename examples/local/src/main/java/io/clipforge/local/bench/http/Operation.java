package io.clipforge.local.bench.http;

/** What is asked of the services. */
enum Operation {
    READ("read"),
    LIST("list"),
    CREATE("idempotent create");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
