package dev.vitrine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@code String} component whose text is replaced by a keyed hash (HMAC-SHA-256, RFC 2104) before it is
 * recorded. The key is random, belongs to this installation and never leaves it, so that equal texts can be told from
 * different ones, and nothing else. Sent only under {@link ConsentMode#IDENTIFIED}; otherwise the field is left out.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Pseudonym {}
