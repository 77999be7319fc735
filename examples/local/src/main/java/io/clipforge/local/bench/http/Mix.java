package io.clipforge.local.bench.http;

import static io.clipforge.local.bench.http.Operation.CREATE;
import static io.clipforge.local.bench.http.Operation.LIST;
import static io.clipforge.local.bench.http.Operation.READ;

import java.util.List;

/**
 * Which operation is the turn of a request.
 *
 * @param turns come again and again
 */
record Mix(String name, List<Operation> turns) {
    /** 70 % reads, 20 % lists, 10 % creates. */
    static final Mix USUAL =
            new Mix("mix", List.of(READ, READ, LIST, READ, READ, CREATE, READ, LIST, READ, READ));

    /** Each operation by itself, then the usual mix. */
    static final List<Mix> ALL = List.of(only(READ), only(LIST), only(CREATE), USUAL);

    Mix {
        turns = List.copyOf(turns);
    }

    static Mix only(Operation operation) {
        return new Mix(operation.text(), List.of(operation));
    }

    Operation at(long number) {
        return turns.get((int) (number % turns.size()));
    }
}
