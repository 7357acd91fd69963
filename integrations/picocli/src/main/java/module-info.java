/** Vitrine for applications whose command line is read by picocli. */
module dev.vitrine.picocli {
    requires transitive dev.vitrine.runtime;
    requires transitive info.picocli;
    requires static org.jspecify;

    exports dev.vitrine.picocli;

    /* It reads the annotations of commands and options, and sets what they stand on. */
    opens dev.vitrine.picocli to
            info.picocli;
}
