package io.clipforge.local.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class SameAnswersTest {
    @Test
    void aTimeIsTheSameHoweverItIsWritten() throws JsonProcessingException {
        assertEquals(
                plain("{\"id\": \"prj_1\", \"created_at\": \"2026-11-21T09:30:00.12Z\"}"),
                plain("{\"id\": \"prj_1\", \"created_at\": \"2026-11-21T09:30:00.120000Z\"}"));
    }

    @Test
    void anotherTimeOfAProjectIsADifference() throws JsonProcessingException {
        assertNotEquals(
                plain("{\"id\": \"prj_1\", \"created_at\": \"2026-11-21T09:30:00.12Z\"}"),
                plain("{\"id\": \"prj_1\", \"created_at\": \"2026-11-21T09:30:00.13Z\"}"));
    }

    @Test
    void aMissingFieldIsADifference() throws JsonProcessingException {
        assertNotEquals(plain("{\"a\": {\"b\": 1, \"c\": 2}}"), plain("{\"a\": {\"b\": 1}}"));
    }

    @Test
    void idsOfWhatWasMadeDiffer() throws JsonProcessingException {
        assertEquals(
                plain("{\"id\": \"ing_01h455vb4pex5vsknk084sn02q\", \"progress\": 0}"),
                plain("{\"id\": \"ing_01h455vb4pex5vsknk084sn02r\", \"progress\": 0.0}"));
    }

    private static JsonNode plain(String json) throws JsonProcessingException {
        return SameAnswers.plain("", new ObjectMapper().readTree(json));
    }
}
