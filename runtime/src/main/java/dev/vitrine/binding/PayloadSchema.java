package dev.vitrine.binding;

import dev.vitrine.AllowedValues;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a payload or of a nested record, in the order in which they are written.
 *
 * <p>Generated code declares each field once, when the experiment's class is first used, and keeps what the method
 * answers. What is declared here yields the {@linkplain #atoms() atoms} that are held against the application's catalog
 * and the user's consent before anything is recorded. From then on, and from the first event on, nothing more can be
 * declared: an {@link IllegalStateException} says so.
 */
public final class PayloadSchema {
    private final @Nullable PayloadSchema parent;
    private final PayloadSchema root;
    private final String prefix;
    private final List<PayloadField> fields = new ArrayList<>();
    private boolean nextIsOptional;
    private boolean frozen;

    /** The fields of a payload, or of a nested record of {@code parent}, whose paths begin with {@code prefix}. */
    PayloadSchema(@Nullable PayloadSchema parent, String prefix) {
        this.parent = parent;
        this.root = parent == null ? this : parent.root;
        this.prefix = prefix;
    }

    /** Around a nested record; null for a payload. */
    @Nullable
    PayloadSchema parent() {
        return parent;
    }

    /** Ends the declarations, also those of nested records. */
    void freeze() {
        if (!frozen) {
            synchronized (root) {
                frozen = true;
            }
        }
    }

    /** Makes the next field that is declared an optional one. */
    public PayloadSchema optional() {
        nextIsOptional = true;
        return this;
    }

    /** Declares a field that is true or false. */
    public BooleanField bool(String name) {
        return new BooleanField(this, name, takeOptional());
    }

    /** Declares a whole number from {@code min} to {@code max}, both inclusive. */
    public RangeField range(String name, long min, long max) {
        return new RangeField(this, name, takeOptional(), min, max);
    }

    /** Declares intervals: n ascending edges, in {@code unit} for durations, and n + 1 labels. */
    public BucketField buckets(String name, ChronoUnit unit, double[] edges, String... labels) {
        return new BucketField(this, name, takeOptional(), unit, edges, List.of(labels));
    }

    /** Declares an enum, by pairs of each constant's name in Java and on the wire. */
    public <E extends Enum<E>> ConstantField<E> constant(String name, Class<E> type, String... pairs) {
        return new ConstantField<>(this, name, takeOptional(), new ConstantNames<>(type, pairs));
    }

    /** Declares a set of an enum, by pairs of each constant's name in Java and on the wire. */
    public <E extends Enum<E>> ConstantSetField<E> constants(String name, Class<E> type, String... pairs) {
        return new ConstantSetField<>(this, name, new ConstantNames<>(type, pairs));
    }

    /** Declares a text of a list that is fixed. */
    public OneOfField oneOf(String name, String... values) {
        return new OneOfField(this, name, takeOptional(), List.of(values));
    }

    /** Declares a text of a list that is known at run time, of which at most {@code maxSize} are taken. */
    public SourcedField oneOf(String name, Supplier<? extends AllowedValues> source, int maxSize) {
        return new SourcedField(this, name, takeOptional(), source, maxSize);
    }

    /** Declares a released version number. */
    public ReleaseVersionField releaseVersion(String name) {
        return new ReleaseVersionField(this, name, takeOptional());
    }

    /** Declares a pseudonym. */
    public PseudonymField pseudonym(String name) {
        return new PseudonymField(this, name, takeOptional());
    }

    /** Declares a nested record, whose fields are declared on {@link RecordField#payload()}. */
    public RecordField record(String name) {
        return new RecordField(this, name);
    }

    /** The fields, in order. */
    public List<PayloadField> fields() {
        return List.copyOf(fields);
    }

    /** What the fields allow, {@code path=values}, in order; those of nested records in place of the record. */
    public List<String> atoms() {
        List<String> atoms = new ArrayList<>();
        for (PayloadField field : fields) {
            if (field instanceof RecordField nested) {
                atoms.addAll(nested.payload().atoms());
            } else {
                atoms.add(field.atom());
            }
        }
        return atoms;
    }

    /** Writes each field's example value, without the braces around them. */
    void writeExample(PayloadWriter out) {
        for (PayloadField field : fields) {
            field.writeExample(out);
        }
    }

    private boolean takeOptional() {
        boolean optional = nextIsOptional;
        nextIsOptional = false;
        return optional;
    }

    /**
     * Takes a field, which calls this itself: were it handed in by the methods above, the JVM would load all kinds of fields
     * to verify them, also those that nobody declares.
     *
     * @return the field's path
     */
    String add(PayloadField field, String name) {
        synchronized (root) {
            if (root.frozen) {
                throw new IllegalStateException(prefix + name + " is declared too late");
            }
            fields.add(field);
        }
        return prefix + name;
    }
}
