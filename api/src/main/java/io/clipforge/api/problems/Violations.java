package io.clipforge.api.problems;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What Bean Validation found, pointed at the request body. */
final class Violations {
    private Violations() {}

    record Violation(String pointer, String code, String message) {}

    static List<Violation> of(ConstraintViolationException e) {
        return e.getConstraintViolations().stream().map(Violations::of).toList();
    }

    static ApiProblem problem(List<Violation> violations) {
        var errors =
                violations.stream()
                        .map(it -> new ApiProblem.FieldError(it.pointer(), it.code(), it.message()))
                        .toList();
        return ApiProblem.invalid(errors);
    }

    private static Violation of(ConstraintViolation<?> violation) {
        var annotation = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return new Violation(
                pointer(violation), snake(annotation.getSimpleName()), violation.getMessage());
    }

    /** The first two nodes are the method and its argument; for a parameter the name is all. */
    private static String pointer(ConstraintViolation<?> violation) {
        var names = new ArrayList<String>();
        for (var node : violation.getPropertyPath()) {
            if (node.getName() != null) {
                names.add(snake(node.getName()));
            }
            if (node.isInIterable() && node.getIndex() != null) {
                names.add(node.getIndex().toString());
            }
        }
        return "/" + String.join("/", names.subList(Math.min(2, names.size() - 1), names.size()));
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
