/** Tests of the catalog's JSON form against its schema, with a validator that is not ours. */
package dev.vitrine.catalog.json;
