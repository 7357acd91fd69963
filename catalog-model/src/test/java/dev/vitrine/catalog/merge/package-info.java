/** Tests of making one catalog of many fragments. */
package dev.vitrine.catalog.merge;
