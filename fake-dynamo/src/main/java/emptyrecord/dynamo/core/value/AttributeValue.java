package emptyrecord.dynamo.core.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value of DynamoDB's data model; immutable. Equality is the one that conditions use ({@code 1 = 1.0}). */
public sealed interface AttributeValue {

    Type type();

    /** The ten types, named as in the JSON protocol; {@link #described()} is the name that errors use. */
    enum Type {
        S("STRING"),
        N("NUMBER"),
        B("BINARY"),
        BOOL("BOOLEAN"),
        NULL("NULL"),
        SS("STRING_SET"),
        NS("NUMBER_SET"),
        BS("BINARY_SET"),
        L("LIST"),
        M("MAP");

        private final String described;

        Type(String described) {
            this.described = described;
        }

        public String described() {
            return described;
        }

        /** Whether values of this type have an order, and so can be keys. */
        public boolean ordered() {
            return this == S || this == N || this == B;
        }

        public boolean set() {
            return this == SS || this == NS || this == BS;
        }
    }

    record Str(String value) implements AttributeValue {

        /** Short parts are searched at every position, which is fastest. */
        private static final int SHORT = 32;

        /** Whether {@code part} occurs anywhere. */
        public boolean contains(Str part) {
            return part.value.length() <= SHORT
                    ? value.contains(part.value)
                    : Occurrence.of(part.value::charAt, part.value.length(), value::charAt, value.length());
        }

        @Override
        public Type type() {
            return Type.S;
        }
    }

    /** @param value without trailing zeros, so that equal numbers are equal objects; see {@link Numbers} */
    record Num(BigDecimal value) implements AttributeValue {
        @Override
        public Type type() {
            return Type.N;
        }
    }

    record Bin(Bytes value) implements AttributeValue {
        @Override
        public Type type() {
            return Type.B;
        }
    }

    record Bool(boolean value) implements AttributeValue {
        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    record Nul() implements AttributeValue {
        @Override
        public Type type() {
            return Type.NULL;
        }
    }

    /** @param members at least one, all of the set's element type */
    record SetOf(Type type, Set<AttributeValue> members) implements AttributeValue {}

    record Lst(List<AttributeValue> values) implements AttributeValue {
        @Override
        public Type type() {
            return Type.L;
        }
    }

    record Mp(Map<String, AttributeValue> values) implements AttributeValue {
        @Override
        public Type type() {
            return Type.M;
        }
    }
}
