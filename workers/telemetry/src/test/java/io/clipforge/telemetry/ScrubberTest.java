package io.clipforge.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer HIDDEN.hidden-HIDDEN",
                "{\"Authorization\": \"Basic HIDDENhidden==\"}",
                "the key cf_live_HIDDENHIDDENHIDDEN was refused",
                "cf_test_HIDDENHIDDENHIDDEN",
                "client cfs_HIDDENHIDDENHIDDEN",
                "signed with whsec_HIDDENHIDDENHIDDEN/+=",
                "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJISURERU4.HIDDEN-x",
                "GET https://s3.example.com/a/b.mp4?X-Amz-Signature=HIDDEN&X-Amz-Date=1 failed",
                "redis://:HIDDEN@host:6379",
                "jdbc:postgresql://user:HIDDEN@db:5432/clipforge",
                "password=HIDDEN, user=x",
                "secretKey: HIDDEN",
                "Set-Cookie: HIDDEN",
                "HIDDEN.person+tag@example.com was invited"
            })
    void whatMustNotLeaveIsRemoved(String text) {
        assertFalse(Scrubber.scrub(text).contains("HIDDEN"), Scrubber.scrub(text));
    }

    @Test
    void whatHelpsStays() {
        for (var text :
                new String[] {
                    "attempt 3 of job 01900000-0000-7000-8000-000000000001 failed",
                    "GET https://s3.example.com/a/b.mp4 answered 503",
                    "java.io.IOException: Connection reset",
                    "prj_01h455vb4pex5vsknk084sn02q"
                }) {
            assertEquals(text, Scrubber.scrub(text));
        }
    }

    @Test
    void whereItWentIsStillTold() {
        assertEquals(
                "PUT https://s3.example.com/key?[removed] failed",
                Scrubber.scrub("PUT https://s3.example.com/key?X-Amz-Signature=abc failed"));
    }
}
