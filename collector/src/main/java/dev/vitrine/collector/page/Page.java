package dev.vitrine.collector.page;

import org.eclipse.jetty.http.HttpStatus;

/**
 * A response.
 *
 * @param status the HTTP status
 * @param type the media type
 * @param fileName as what a browser is to keep it; empty for showing it
 * @param ownPolicy whether the body carries its own content security policy
 * @param body the text, to be sent as UTF-8
 */
record Page(int status, String type, String fileName, boolean ownPolicy, String body) {
    /** A page to look at. */
    static Page of(String type, String body) {
        return new Page(HttpStatus.OK_200, type, "", false, body);
    }

    /** A page to look at, which names in itself what it may load. */
    static Page withOwnPolicy(String type, String body) {
        return new Page(HttpStatus.OK_200, type, "", true, body);
    }

    /** A file to keep. */
    static Page download(String type, String fileName, String body) {
        return new Page(HttpStatus.OK_200, type, fileName, false, body);
    }

    /** What went wrong, in a sentence. */
    static Page error(int status, String message) {
        return new Page(status, "text/plain; charset=utf-8", "", false, message + '\n');
    }
}
