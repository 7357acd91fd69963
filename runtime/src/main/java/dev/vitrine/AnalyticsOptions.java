package dev.vitrine;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one run opens its analytics. Immutable; every option but {@link Builder#appVersion} may be left out. */
public final class AnalyticsOptions {
    private final @Nullable String appVersion;
    private final @Nullable Path settingsFile;
    private final @Nullable Path stateDirectory;
    private final @Nullable RunChoice runChoice;
    private final @Nullable Path logFile;
    private final Map<String, String> environment;
    private final double askShare;
    private final @Nullable URI loopbackEndpoint;
    private final @Nullable ConsentStore consentStore;

    private AnalyticsOptions(Builder builder) {
        this.appVersion = builder.appVersion;
        this.settingsFile = builder.settingsFile;
        this.stateDirectory = builder.stateDirectory;
        this.runChoice = builder.runChoice;
        this.logFile = builder.logFile;
        this.environment = builder.environment == null ? System.getenv() : Map.copyOf(builder.environment);
        this.askShare = builder.askShare;
        this.loopbackEndpoint = builder.loopbackEndpoint;
        this.consentStore = builder.consentStore;
    }

    /** Begins with everything left out. */
    public static Builder builder() {
        return new Builder();
    }

    /** The application's release version, or null. */
    public @Nullable String appVersion() {
        return appVersion;
    }

    /** The settings file, or null for the platform's place. */
    public @Nullable Path settingsFile() {
        return settingsFile;
    }

    /** The state directory, or null for the platform's place. */
    public @Nullable Path stateDirectory() {
        return stateDirectory;
    }

    /** This run's choice, or null when none was made. */
    public @Nullable RunChoice runChoice() {
        return runChoice;
    }

    /** The user's own log of what is sent, or null. */
    public @Nullable Path logFile() {
        return logFile;
    }

    /** The environment variables. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The share of installations that are asked, from 0 to 1. */
    public double askShare() {
        return askShare;
    }

    /** Where events go in place of the recipient's endpoint, or null: a loopback address. */
    public @Nullable URI loopbackEndpoint() {
        return loopbackEndpoint;
    }

    /** Where consent is stored in place of the settings file, or null. */
    public @Nullable ConsentStore consentStore() {
        return consentStore;
    }

    /** Builds {@link AnalyticsOptions}. */
    public static final class Builder {
        private @Nullable String appVersion;
        private @Nullable Path settingsFile;
        private @Nullable Path stateDirectory;
        private @Nullable RunChoice runChoice;
        private @Nullable Path logFile;
        private @Nullable Map<String, String> environment;
        private double askShare = 1;
        private @Nullable URI loopbackEndpoint;
        private @Nullable ConsentStore consentStore;

        private Builder() {}

        /** The application's release version; text of another shape is sent as {@code 0}. */
        public Builder appVersion(String appVersion) {
            this.appVersion = appVersion;
            return this;
        }

        /** The application's own {@code settings.json}, in place of the platform's place for it. */
        public Builder settingsFile(Path settingsFile) {
            this.settingsFile = settingsFile;
            return this;
        }

        /** Where spool, audit log and markers live, in place of the platform's place for them. */
        public Builder stateDirectory(Path stateDirectory) {
            this.stateDirectory = stateDirectory;
            return this;
        }

        /** What the user chose on the command line. */
        public Builder forThisRun(RunChoice runChoice) {
            this.runChoice = runChoice;
            return this;
        }

        /** A file of the user's own, to which each batch is appended as a line, even when nothing is sent. */
        public Builder logFile(Path logFile) {
            this.logFile = logFile;
            return this;
        }

        /** The environment variables to use in place of the process's own, for tests. */
        public Builder environment(Map<String, String> environment) {
            this.environment = environment;
            return this;
        }

        /**
         * The share of installations that are asked for consent.
         *
         * @throws IllegalArgumentException when it is not from 0 to 1
         */
        public Builder askShare(double askShare) {
            if (!(askShare >= 0 && askShare <= 1)) {
                throw new IllegalArgumentException("a share is from 0 to 1, not " + askShare);
            }
            this.askShare = askShare;
            return this;
        }

        /**
         * A loopback address that takes the place of the recipient's endpoint, for tests and demonstrations.
         *
         * @throws IllegalArgumentException when the host is not written as a loopback address ({@code 127.0.0.0/8},
         *     {@code [::1]}) or {@code localhost}, or the scheme is neither {@code http} nor {@code https}
         */
        public Builder loopbackEndpoint(URI loopbackEndpoint) {
            String host = loopbackEndpoint.getHost();
            boolean loopback =
                    host != null && (host.equals("localhost") || host.equals("[::1]") || isOfLoopbackNetwork(host));
            String scheme = loopbackEndpoint.getScheme();
            if (!loopback || !("http".equals(scheme) || "https".equals(scheme))) {
                throw new IllegalArgumentException(
                        "only a loopback address may take the recipient's place, and " + loopbackEndpoint + " is none");
            }
            this.loopbackEndpoint = loopbackEndpoint;
            return this;
        }

        /** Whether the host is written as an address in {@code 127.0.0.0/8}: four numbers of up to three digits. */
        private static boolean isOfLoopbackNetwork(String host) {
            String[] numbers = host.split("\\.", -1);
            boolean written = numbers.length == 4 && numbers[0].equals("127");
            for (String number : numbers) {
                written &= !number.isEmpty() && number.length() <= 3;
                for (int i = 0; i < number.length(); i++) {
                    written &= number.charAt(i) >= '0' && number.charAt(i) <= '9';
                }
            }
            return written;
        }

        /** Where consent is stored, for applications with settings of their own. */
        public Builder consentStore(ConsentStore consentStore) {
            this.consentStore = consentStore;
            return this;
        }

        /** The options. */
        public AnalyticsOptions build() {
            return new AnalyticsOptions(this);
        }
    }
}
