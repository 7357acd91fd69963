package dev.vitrine.processor.declaration;

import java.util.List;

/**
 * A class with {@code @AnalyticsApplication}.
 *
 * @param place the annotation
 * @param type the class
 * @param name the application's name
 * @param controller who answers for the data
 * @param contact where to write
 * @param policy the privacy policy
 * @param recipient who receives the data
 * @param modes the names of the modes
 * @param include the qualified names of the experiments that are taken in
 * @param sideRequests the requests beside the events
 * @param maxBits the most bits that an experiment may carry
 */
public record ApplicationDeclaration(
        Place place,
        TypeUse type,
        Given<String> name,
        Given<String> controller,
        Given<String> contact,
        Given<String> policy,
        RecipientDeclaration recipient,
        Given<List<String>> modes,
        List<Given<String>> include,
        List<SideRequestDeclaration> sideRequests,
        Given<Integer> maxBits) {

    /** Copies the lists. */
    public ApplicationDeclaration {
        include = List.copyOf(include);
        sideRequests = List.copyOf(sideRequests);
    }

    /**
     * {@code @Recipient}.
     *
     * @param name the recipient's name
     * @param endpoint where the events are posted
     * @param region where the data is kept
     * @param retentionDays for how many days
     * @param protocol the name of the protocol
     */
    public record RecipientDeclaration(
            Given<String> name,
            Given<String> endpoint,
            Given<String> region,
            Given<Integer> retentionDays,
            Given<String> protocol) {}

    /**
     * {@code @SideRequest}.
     *
     * @param name what it is called
     * @param endpoint where it goes
     * @param question what it answers
     */
    public record SideRequestDeclaration(Given<String> name, Given<String> endpoint, Given<String> question) {}
}
