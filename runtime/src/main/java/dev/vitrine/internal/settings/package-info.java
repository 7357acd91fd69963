/**
 * The settings file: reading JSON as people write it (comments, byte order mark), changing one member and leaving every
 * other byte as it was, and replacing the file in one step.
 *
 * <p>Begin with {@link dev.vitrine.internal.settings.SettingsFile}. {@link dev.vitrine.internal.settings.JsonScanner} is
 * held to Jackson's verdict by tests that mutate settings files at random.
 */
@NullMarked
package dev.vitrine.internal.settings;

import org.jspecify.annotations.NullMarked;
