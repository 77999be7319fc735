// Whatever server the contract names first, requests from this page go to the one that serves it.
SwaggerUIBundle({
  url: "/openapi.yaml",
  dom_id: "#api",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  requestInterceptor: (request) => {
    const asked = new URL(request.url, location.origin);
    request.url = location.origin + asked.pathname + asked.search;
    return request;
  },
});
