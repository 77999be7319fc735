package io.clipforge.local.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A request as it goes over the wire, rendered once; each sending may have a number of its own. */
final class Request {
    /** Stands in the text where the number belongs. */
    static final String NUMBER = "0123456789abcdef";

    private final Operation operation;
    private final int status;
    private final byte[] bytes;
    private final List<Integer> places;

    private Request(Operation operation, int status, byte[] bytes, List<Integer> places) {
        this.operation = operation;
        this.status = status;
        this.bytes = bytes;
        this.places = List.copyOf(places);
    }

    /**
     * @param status of the answer when all is well
     */
    static Request of(Operation operation, int status, String text) {
        var places = new ArrayList<Integer>();
        for (int i = text.indexOf(NUMBER); i >= 0; i = text.indexOf(NUMBER, i + 1)) {
            places.add(i);
        }
        return new Request(operation, status, text.getBytes(StandardCharsets.US_ASCII), places);
    }

    Operation operation() {
        return operation;
    }

    int status() {
        return status;
    }

    /** What to send; the array is not to be changed. */
    byte[] bytes(long number) {
        if (places.isEmpty()) {
            return bytes;
        }
        var numbered = bytes.clone();
        var digits = text(number).getBytes(StandardCharsets.US_ASCII);
        for (int place : places) {
            System.arraycopy(digits, 0, numbered, place, digits.length);
        }
        return numbered;
    }

    /** A number as it stands in a request. */
    static String text(long number) {
        return HexFormat.of().toHexDigits(number);
    }
}
