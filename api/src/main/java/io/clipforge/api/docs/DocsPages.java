package io.clipforge.api.docs;

/** Pages as text. */
final class DocsPages {
    static final String BROWSER =
            """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>ClipForge API</title>
              <link rel="stylesheet" href="/docs/assets/swagger-ui.css">
            </head>
            <body>
              <main id="api"></main>
              <script src="/docs/assets/swagger-ui-bundle.js"></script>
              <script src="/docs/static/browser.js"></script>
            </body>
            </html>
            """;

    private DocsPages() {}

    static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%1$s · ClipForge</title>
          <style>
            body { font: 17px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem }
            code { background: #f2f2f5; padding: .1em .3em; border-radius: 4px }
            dt { font-weight: 600; margin-top: 1rem }
          </style>
        </head>
        <body>
          <h1>%1$s</h1>
          %2$s
        </body>
        </html>
        """
                .formatted(title, body);
    }
}
