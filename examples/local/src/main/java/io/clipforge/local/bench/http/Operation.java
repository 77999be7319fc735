package io.clipforge.local.bench.http;

/** What is asked of the services. */
enum Operation {
    READ("read", 200),
    LIST("list", 200),
    CREATE("idempotent create", 202);

    private final String text;
    private final int status;

    Operation(String text, int status) {
        this.text = text;
        this.status = status;
    }

    String text() {
        return text;
    }

    /** Of the answer when all is well. */
    int status() {
        return status;
    }
}
