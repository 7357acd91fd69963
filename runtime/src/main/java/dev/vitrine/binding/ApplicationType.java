package dev.vitrine.binding;

import dev.vitrine.ConsentMode;
import dev.vitrine.RecipientProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What an application is at run time: what its {@code @AnalyticsApplication} says, and the outline of its catalog. The
 * compiler writes the one call that builds it.
 */
public final class ApplicationType {
    private final Builder built;

    private ApplicationType(Builder built) {
        this.built = built;
    }

    /** Begins the description of an application. */
    public static Builder named(String name) {
        return new Builder(name);
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
     * The catalog's outline: for each experiment, in order of ids, a line {@code <id> <expires>} with an ISO date, then a
     * line for each atom, which begins with a space. What is not in it is inert.
     */
    public String outline() {
        return String.join("", built.outline.get());
    }

    /** The experiments' descriptions, in order of ids; asking loads their classes. */
    public List<ExperimentType<?>> experiments() {
        return built.experiments.get();
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
        private Supplier<String[]> outline = () -> new String[0];
        private Supplier<List<ExperimentType<?>>> experiments = List::of;

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

        /** The catalog: a class from whose jar it is read, and its digest. */
        public Builder catalog(Class<?> owner, String digest) {
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
