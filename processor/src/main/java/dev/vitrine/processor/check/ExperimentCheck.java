package dev.vitrine.processor.check;

import dev.vitrine.catalog.Experiment;
import dev.vitrine.processor.declaration.ExperimentDeclaration;
import dev.vitrine.processor.declaration.Given;
import dev.vitrine.processor.declaration.RecordDeclaration;
import dev.vitrine.processor.declaration.TypeUse.Visibility;
import dev.vitrine.processor.model.ExperimentModel;
import dev.vitrine.processor.model.FieldModel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks one experiment, and looks at nothing else. */
public final class ExperimentCheck {
    private static final Pattern ID = Pattern.compile("(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern EVENT = Pattern.compile("(?=.{1,64}$)[A-Za-z0-9_.-]([A-Za-z0-9 _.-]*[A-Za-z0-9_.-])?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Problems problems;
    private final Words words;

    /** Notes what is wrong in {@code problems}. */
    public ExperimentCheck(Problems problems) {
        this.problems = problems;
        this.words = new Words(problems);
    }

    /** The experiment; nothing when something is wrong with it. */
    public Optional<ExperimentModel> check(ExperimentDeclaration declaration) {
        int before = problems.found().size();
        checkRecord(declaration.record());
        String id = id(declaration.id());
        String event = event(declaration.event(), id);
        String question = words.required("The question", declaration.question());
        String owner = words.required("The owner", declaration.owner());
        LocalDate expires = date(declaration.expires());
        List<String> links = declaration.links().stream().map(this::link).toList();
        String description = words.description(
                "the record " + declaration.record().place().name(),
                declaration.record().description());
        List<FieldModel> fields = new ComponentCheck(
                        problems, declaration.record().type().name().packageName())
                .check(declaration.record());
        if (problems.found().size() > before || expires == null) {
            return Optional.empty();
        }
        DeclaredExperiment declared = new DeclaredExperiment(id, event, question, expires, fields);
        Experiment entry = new Experiment(
                id,
                event,
                question,
                description,
                owner,
                expires,
                links,
                declaration.module(),
                declaration.record().type().binaryName(),
                fields.stream().map(FieldModel::field).toList(),
                declared.example());
        return Optional.of(new ExperimentModel(
                entry,
                declaration.record().type(),
                fields,
                declared.atoms(),
                declaration.place(),
                declaration.id().place()));
    }

    private void checkRecord(RecordDeclaration record) {
        UnnamedPackage.check(problems, record.type(), record.place());
        if (!record.isRecord()) {
            problems.report(
                    Diagnostic.NOT_A_RECORD, record.place(), record.place().name());
            return;
        }
        if (record.type().visibility() == Visibility.NOWHERE) {
            problems.report(
                    Diagnostic.PRIVATE_RECORD, record.place(), record.place().name());
        }
        if (record.isGeneric()) {
            problems.report(
                    Diagnostic.GENERIC_RECORD, record.place(), record.place().name());
        }
    }

    private String id(Given<String> id) {
        if (!ID.matcher(id.value()).matches()) {
            problems.report(Diagnostic.MALFORMED_ID, id.place(), id.value());
        }
        return id.value();
    }

    private String event(Given<String> event, String id) {
        if (event.value().isEmpty()) {
            return id;
        }
        if (!EVENT.matcher(event.value()).matches()) {
            problems.report(Diagnostic.MALFORMED_EVENT, event.place(), event.value());
        }
        return event.value();
    }

    private @Nullable LocalDate date(Given<String> date) {
        try {
            if (DATE.matcher(date.value()).matches()) {
                return LocalDate.parse(date.value());
            }
        } catch (DateTimeException noSuchDay) {
            // Such as 2027-02-30: reported like any other.
        }
        problems.report(Diagnostic.MALFORMED_DATE, date.place(), date.value());
        return null;
    }

    private String link(Given<String> link) {
        if (!AddressCheck.isLink(link.value())) {
            problems.report(Diagnostic.MALFORMED_LINK, link.place(), link.value());
        }
        return link.value();
    }
}
