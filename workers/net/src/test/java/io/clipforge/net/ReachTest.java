package io.clipforge.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com/a?b=c",
                "HTTPS://Hooks.Example.COM",
                "https://example.com:8443/",
                "https://8.8.8.8/",
                "https://[2606:4700:4700::1111]/",
                "https://xn--bcher-kva.example/",
                "https://1password.com/",
                "https://0x7f.example/",
            })
    void thisUrlIsFineAsWritten(String url) {
        assertEquals(Optional.empty(), Reach.PUBLIC_ONLY.objection(URI.create(url)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://example.com/            | only https
                    ftp://example.com/             | only https
                    file:///etc/passwd             | only https
                    gopher://example.com/          | only https
                    //example.com/                 | only https
                    https:example.com              | no valid host
                    https:///path                  | no valid host
                    https://b%C3%BCcher.example/   | no valid host
                    https://①②⑦.⓪.⓪.①/             | no valid host
                    https://user@example.com/      | user name
                    https://:secret@example.com/   | user name
                    https://example.com:0/         | no valid port
                    https://example.com:65536/     | no valid port
                    https://127.0.0.1/             | not public
                    https://10.1.2.3:8080/         | not public
                    https://169.254.169.254/latest | not public
                    https://0.0.0.0/               | not public
                    https://[::1]/                 | not public
                    https://[::]/                  | not public
                    https://[::127.0.0.1]/         | not public
                    https://[fd00:ec2::254]/       | not public
                    https://[fe80::1]/             | not public
                    https://[64:ff9b::7f00:1]/     | not public
                    https://[2002:7f00:1::]/       | not public
                    https://[::ffff:127.0.0.1]/    | no valid host
                    https://[::ffff:8.8.8.8]/      | no valid host
                    https://[::ffff:7f00:1]/       | no valid host
                    https://[fe80::1%25eth0]/      | no valid host
                    https://2130706433/            | no valid host
                    https://0x7f000001/            | no valid host
                    https://0x7f.1/                | no valid host
                    https://0X7F.0.0.1/            | no valid host
                    https://0177.0.0.1/            | no valid host
                    https://017700000001/          | no valid host
                    https://127.1/                 | no valid host
                    https://127.0.1/               | no valid host
                    https://127.0.0.1./            | no valid host
                    https://127.0.0.01/            | no valid host
                    https://256.0.0.1/             | no valid host
                    https://1.2.3.4.5/             | no valid host
                    https://8.8.8.0x8/             | no valid host
                    https://example.123/           | no valid host
                    """)
    void thisUrlIsRefusedAsWritten(String url, String why) {
        Optional<Forbidden> objection = Reach.PUBLIC_ONLY.objection(URI.create(url));
        assertTrue(objection.orElseThrow().reason().contains(why), objection::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://[::1]:8080/",
                "http://localhost:8080/",
                "https://127.0.0.1/",
                "https://8.8.8.8/",
            })
    void withLoopbackThisUrlIsAllowed(String url) {
        assertEquals(Optional.empty(), Reach.ALSO_LOOPBACK.objection(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "http://10.0.0.1/",
                "https://10.0.0.1/",
                "https://169.254.169.254/",
                "http://2130706433/",
                "http://[::ffff:127.0.0.1]/",
                "ftp://127.0.0.1/",
            })
    void withLoopbackThisUrlIsStillRefused(String url) {
        assertTrue(Reach.ALSO_LOOPBACK.objection(URI.create(url)).isPresent());
    }
}
