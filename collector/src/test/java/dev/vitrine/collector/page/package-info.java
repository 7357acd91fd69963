/** Tests of the page, over HTTP and in a browser, with a real store. */
package dev.vitrine.collector.page;
