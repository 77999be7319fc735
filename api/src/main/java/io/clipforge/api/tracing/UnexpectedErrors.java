package io.clipforge.api.tracing;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What nobody else knows how to answer. The framework would log it too, but where the line cannot
 * name its request any more.
 */
@Singleton
final class UnexpectedErrors implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);
    private static final int OUR_FAULT = 500;

    private final ErrorResponseProcessor<?> answers;

    UnexpectedErrors(ErrorResponseProcessor<?> answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // so it is declared
    public HttpResponse<?> handle(HttpRequest request, Throwable cause) {
        HttpRequest<?> asked = request;
        var context =
                ErrorContext.builder(asked).cause(cause).errorMessage("unexpected error").build();
        var answer = answers.processResponse(context, HttpResponse.serverError());
        if (answer.code() >= OUR_FAULT) {
            log(asked, cause);
        }
        return answer;
    }

    private static void log(HttpRequest<?> request, Throwable cause) {
        var before = MDC.getCopyOfContextMap();
        try {
            MDC.setContextMap(LogContext.names(request));
            LOG.error("A request failed, and nobody expected that", cause);
        } finally {
            MDC.clear();
            if (before != null) {
                MDC.setContextMap(before);
            }
        }
    }
}
