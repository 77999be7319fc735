package io.clipforge.api.docs;

import io.clipforge.api.contract.Contract;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;

/** What people read about the API. */
@Controller
class DocsController {
    private final Contract contract;
    private final ProblemPages problems;

    DocsController(Contract contract, ProblemPages problems) {
        this.contract = contract;
        this.problems = problems;
    }

    @Get("/openapi.yaml")
    @Produces("application/yaml")
    String contract() {
        return contract.text();
    }

    @Get("/docs")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> docs() {
        return html(DocsPages.BROWSER);
    }

    @Get("/problems")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> problems() {
        return html(problems.index());
    }

    @Get("/problems/{code}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> problem(@PathVariable String code) {
        return problems.page(code).map(DocsController::html).orElseGet(HttpResponse::notFound);
    }

    /** The pages run their own scripts only. */
    private static HttpResponse<String> html(String page) {
        return HttpResponse.ok(page)
                .header(
                        "Content-Security-Policy",
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:");
    }
}
