package io.clipforge.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostSpellingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "127.1",
                "127.0.1",
                "127.0.0.1.",
                "127.0.0.01",
                "256.0.0.1",
                "1.2.3.4.5",
                "0177.0.0.1",
                "017700000001",
                "0x7f000001",
                "0x7f.1",
                "0X7F.0.0.1",
                "0x",
                "8.8.8.0x8",
                "example.123",
                "example.0x7f",
                "[::ffff:127.0.0.1]",
                "[::ffff:808:808]",
                "[fe80::1%eth0]",
                "[1.2.3.4]",
                "[]",
                "[:::]"
            })
    void parsersDoNotAgreeOnThisHost(String host) {
        assertInstanceOf(HostSpelling.Dubious.class, HostSpelling.read(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "255.255.255.255", "[::1]", "[2606:4700::1]"})
    void thisHostIsAnAddress(String host) {
        assertInstanceOf(HostSpelling.Literal.class, HostSpelling.read(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example.com", "example.com.", "1.example", "0x7f.example", "a0x7f", "a1"})
    void thisHostIsAName(String host) {
        assertEquals(new HostSpelling.Name(), HostSpelling.read(host));
    }
}
