package dev.vitrine.binding;

import dev.vitrine.ConsentMode;
import dev.vitrine.RecipientProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an application is at run time: what its {@code @AnalyticsApplication} says, and the outline of its catalog. The
 * compiler writes the one call that builds it.
 */
public final class ApplicationType {
    private static final String DIGEST = "sha256:";

    private final Builder built;

    private ApplicationType(Builder built) {
        this.built = built;
    }

    /** Begins the description of an application; the name, which is sent, is refused if it is none. */
    public static Builder named(String name) {
        require(!name.isEmpty() && name.length() <= 32 && name.charAt(0) >= 'a' && consistsOf(name, 'z', "-"), name);
        return new Builder(name);
    }

    private static void require(boolean condition, String text) {
        if (!condition) {
            throw new IllegalArgumentException(text);
        }
    }

    /** Whether all is a digit, a lower-case letter up to {@code last}, or one of {@code others}. */
    private static boolean consistsOf(String text, char last, String others) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > last) && others.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The application's name: {@code [a-z][a-z0-9-]{0,31}}. */
    public String name() {
        return built.name;
    }

    /** Who answers for the data. */
    public String controller() {
        return built.controller;
    }

    /** Where to write. */
    public String contact() {
        return built.contact;
    }

    /** The privacy policy. */
    public String policy() {
        return built.policy;
    }

    /** Who receives the events. */
    public RecipientType recipient() {
        return built.recipient;
    }

    /** What a user can grant, in the order of {@link ConsentMode}. */
    public List<ConsentMode> modes() {
        return List.copyOf(built.modes);
    }

    /** The requests beside the events. */
    public List<SideRequestType> sideRequests() {
        return List.copyOf(built.sideRequests);
    }

    /** The digest of {@code catalog.json}, {@code sha256:} and 64 hexadecimal digits. */
    public String catalogDigest() {
        return built.catalogDigest;
    }

    /** A class of the application's, from whose jar {@code META-INF/vitrine/<name>/} is read. */
    public Class<?> owner() {
        return built.owner;
    }

    /**
     * The catalog's outline: for each experiment, in order of ids, a line {@code <id> <expires>} with an ISO date, and
     * {@code <id> <expires> <event>} where the event's name is not the id; then a line for each atom, which begins with a
     * space. What is not in it is inert.
     */
    public String outline() {
        return built.outline == null ? "" : String.join("", built.outline.get());
    }

    /** The experiments' descriptions, in order of ids; asking loads their classes. None when one of those is missing. */
    public List<ExperimentType<?>> experiments() {
        try {
            return built.experiments == null ? List.of() : built.experiments.get();
        } catch (Throwable missing) {
            return List.of();
        }
    }

    /**
     * Who receives the events.
     *
     * @param name the recipient's name
     * @param endpoint where events are posted
     * @param region where the data is kept
     * @param retentionDays for how long
     * @param protocol what is spoken
     */
    public record RecipientType(
            String name, String endpoint, String region, int retentionDays, RecipientProtocol protocol) {}

    /**
     * A request beside the events.
     *
     * @param name what it is called
     * @param endpoint where it goes
     * @param question what it answers
     */
    public record SideRequestType(String name, String endpoint, String question) {}

    /** Builds an {@link ApplicationType}; every member is set, in any order. */
    public static final class Builder {
        private final String name;
        private String controller = "";
        private String contact = "";
        private String policy = "";
        private RecipientType recipient = new RecipientType("", "", "", 0, RecipientProtocol.VITRINE);
        private final List<ConsentMode> modes = new ArrayList<>();
        private final List<SideRequestType> sideRequests = new ArrayList<>();
        private String catalogDigest = "";
        private Class<?> owner = ApplicationType.class;
        private @Nullable Supplier<String[]> outline;
        private @Nullable Supplier<List<ExperimentType<?>>> experiments;

        private Builder(String name) {
            this.name = name;
        }

        /** Who answers for the data, where to write, and the privacy policy. */
        public Builder controller(String controller, String contact, String policy) {
            this.controller = controller;
            this.contact = contact;
            this.policy = policy;
            return this;
        }

        /** Who receives the events. */
        public Builder recipient(
                String name, String endpoint, String region, int retentionDays, RecipientProtocol protocol) {
            this.recipient = new RecipientType(name, endpoint, region, retentionDays, protocol);
            return this;
        }

        /** One more mode that a user can grant. */
        public Builder mode(ConsentMode mode) {
            modes.add(mode);
            return this;
        }

        /** One more request beside the events. */
        public Builder sideRequest(String name, String endpoint, String question) {
            sideRequests.add(new SideRequestType(name, endpoint, question));
            return this;
        }

        /** The catalog: a class from whose jar it is read, and its digest, which is sent, and refused if it is none. */
        public Builder catalog(Class<?> owner, String digest) {
            require(
                    digest.length() == 71 && digest.startsWith(DIGEST) && consistsOf(digest.substring(7), 'f', ""),
                    digest);
            this.owner = owner;
            this.catalogDigest = digest;
            return this;
        }

        /** The outline, in pieces that follow each other (a constant in a class file has at most 65,535 bytes). */
        public Builder outline(Supplier<String[]> pieces) {
            this.outline = pieces;
            return this;
        }

        /** The experiments' descriptions, in order of ids. */
        public Builder experiments(Supplier<List<ExperimentType<?>>> experiments) {
            this.experiments = experiments;
            return this;
        }

        /** The description. */
        public ApplicationType build() {
            return new ApplicationType(this);
        }
    }
}
