/**
 * What ships inside an application: the annotations, and what runs. It needs no module but {@code java.base}, and it is one
 * itself, so that {@code jlink} takes it into an image; a jar with an automatic name is refused there.
 *
 * <p>Nothing is opened: no class of this module is used by reflection, and it uses none so.
 */
@SuppressWarnings("module") // dev.vitrine.testing is made after this module, from what it exports
module dev.vitrine.runtime {
    requires static org.jspecify;

    exports dev.vitrine;
    /* For what the compiler generates. */
    exports dev.vitrine.binding;
    /* For the kit with which an application's own tests look at what would be sent. */
    exports dev.vitrine.internal.delivery to
            dev.vitrine.testing;
    exports dev.vitrine.internal.encoding to
            dev.vitrine.testing;
    exports dev.vitrine.internal.settings to
            dev.vitrine.testing;
}
