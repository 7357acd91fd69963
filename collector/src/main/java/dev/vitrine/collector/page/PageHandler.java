package dev.vitrine.collector.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Answers HTTP requests for pages: {@code GET} and {@code HEAD}, with headers that keep pages apart. */
public final class PageHandler extends Handler.Abstract {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final Pages pages;

    /**
     * Makes a handler.
     *
     * @param pages what there is
     */
    public PageHandler(Pages pages) {
        this.pages = pages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            return send(
                    response, callback, Page.error(HttpStatus.METHOD_NOT_ALLOWED_405, "This page can only be read."));
        }
        Fields parameters = Request.extractQueryParameters(request);
        PageQuery query = PageQuery.of(parameters::getValue);
        // Not the path in the context: the collector's handlers are mapped by path, and have no context.
        String path = Objects.requireNonNullElse(request.getHttpURI().getCanonicalPath(), "");
        Page page = pages.at(path, query);
        return send(response, callback, page);
    }

    static boolean send(Response response, Callback callback, Page page) {
        response.setStatus(page.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
        byte[] body = page.body().getBytes(UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(new HttpField("X-Content-Type-Options", "nosniff"));
        response.getHeaders().put(new HttpField("Referrer-Policy", "no-referrer"));
        response.getHeaders().put(new HttpField("Cross-Origin-Resource-Policy", "same-origin"));
        response.getHeaders().put(new HttpField("Cross-Origin-Opener-Policy", "same-origin"));
        response.getHeaders()
                .put(new HttpField("Content-Security-Policy", page.ownPolicy() ? "frame-ancestors 'none'" : POLICY));
        if (!page.fileName().isEmpty()) {
            response.getHeaders()
                    .put(new HttpField("Content-Disposition", "attachment; filename=\"" + page.fileName() + '"'));
        }
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
