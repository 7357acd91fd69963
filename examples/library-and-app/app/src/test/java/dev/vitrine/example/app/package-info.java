/** The application, its catalog and what it records. */
package dev.vitrine.example.app;
