package io.clipforge.local.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static final Account ACCOUNT = new Account(UUID.randomUUID(), "key", List.of("prj_1"));

    @Test
    void aCreateCarriesItsNumberAsKeyAndInItsBody() {
        var text = text(Traffic.create(ACCOUNT, "prj_1").bytes(255));

        assertTrue(text.contains("Idempotency-Key: bench-00000000000000ff\r\n"), text);
        assertTrue(text.contains("\"load\": \"00000000000000ff\""), text);
    }

    @Test
    void theLengthOfABodyIsTold() {
        var text = text(Traffic.create(ACCOUNT, "prj_1").bytes(1));
        int body = text.length() - text.indexOf("\r\n\r\n") - 4;

        assertTrue(text.contains("Content-Length: " + body + "\r\n"), text);
    }

    @Test
    void aReadIsTheSameEachTime() {
        var read = Traffic.read(ACCOUNT, "prj_1");

        assertSame(read.bytes(1), read.bytes(2));
    }

    @Test
    void ofTenRequestsOneCreatesAndTwoList() {
        var counts =
                LongStream.range(0, 10)
                        .mapToObj(Mix.USUAL::at)
                        .collect(Collectors.groupingBy(it -> it, Collectors.counting()));

        assertEquals(7, counts.get(Operation.READ));
        assertEquals(2, counts.get(Operation.LIST));
        assertEquals(1, counts.get(Operation.CREATE));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
