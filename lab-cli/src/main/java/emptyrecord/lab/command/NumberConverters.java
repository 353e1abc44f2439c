package emptyrecord.lab.command;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers of the command line, with readable errors: picocli's own errors name the Java type. */
public final class NumberConverters {

    private NumberConverters() {}

    public static CommandLine on(CommandLine line) {
        ITypeConverter<Double> real = converter(NumberConverters::real, "a number, for example 1.5");
        ITypeConverter<Integer> whole = converter(Integer::valueOf, "a whole number, for example 3");
        ITypeConverter<Long> longer = converter(Long::valueOf, "a whole number, for example 3");
        return line.registerConverter(Double.class, real)
                .registerConverter(Double.TYPE, real)
                .registerConverter(Integer.class, whole)
                .registerConverter(Integer.TYPE, whole)
                .registerConverter(Long.class, longer)
                .registerConverter(Long.TYPE, longer);
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> read, String what) {
        return text -> {
            try {
                return read.apply(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("give " + what + ", not '" + text + "'");
            }
        };
    }

    private static Double real(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }
}
