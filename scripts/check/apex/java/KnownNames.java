import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Prints the names of the platform's classes, their members and its objects, from two sources: the type stubs the
 * scanner ships (read by reflection) and the library stubs in the compiler's jar (read as text).
 *
 * <p>Arguments: the class stubs, the object stubs, the compiler's jar. Output, one a line, separated by tabs:
 * {@code object NAME}; {@code class SOURCE NAMESPACE NAME}; {@code method SOURCE NAMESPACE CLASS NAME COUNT};
 * {@code field SOURCE NAMESPACE CLASS NAME}. A constructor is the method {@code <init>}.
 */
public final class KnownNames {
    private static final String ROOT = "com/nawforce/runforce/";
    private static final String OBJECTS = ROOT + "SObjects/";
    private static final String STUBS = "StandardApexLibrary/";
    private static final Pattern METHOD = Pattern.compile("(?:^|\\s)(?:[\\w.]+(?:<[\\w.<>, ]*>)?(?:\\[\\])?\\s+)?(\\w+)\\s*\\(([^()]*)\\)\\s*[;{]");
    private static final Pattern FIELD = Pattern.compile("^\\s*(?:global|public)\\s+(?:static\\s+)?[\\w.]+(?:<[^>]*>+)?(?:\\[\\])?\\s+(\\w+)\\s*(?:;|\\{\\s*(?:get|set))", Pattern.MULTILINE);

    private static final StringBuilder OUT = new StringBuilder();

    public static void main(String[] arguments) throws Exception {
        File types = new File(arguments[0]);
        File objects = new File(arguments[1]);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {types.toURI().toURL(), objects.toURI().toURL()})) {
            each(types, ROOT, ".class", (path, text) -> {
                String[] parts = path.split("/");
                if (parts.length == 2 && !parts[0].equals("Internal") && !parts[0].equals("SObjectStubs")) {
                    reflect(parts[0], parts[1].replace('$', '.'), Class.forName((ROOT + path).replace('/', '.'), false, loader));
                }
            });
            each(objects, OBJECTS, ".class", (path, text) -> row("object", path));
        }
        each(new File(arguments[2]), STUBS, ".cls", (path, text) -> {
            String[] parts = path.split("/");
            read(parts[0], parts[1], new String(text, StandardCharsets.UTF_8));
        });
        System.out.print(OUT);
    }

    private interface Entry {
        void take(String path, byte[] text) throws Exception;
    }

    private static void each(File jar, String folder, String suffix, Entry entry) throws Exception {
        try (ZipFile zip = new ZipFile(jar)) {
            for (ZipEntry one : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast).sorted((a, b) -> a.getName().compareTo(b.getName()))::iterator) {
                String path = one.getName();
                if (path.startsWith(folder) && path.endsWith(suffix)) {
                    try (InputStream in = zip.getInputStream(one)) {
                        entry.take(path.substring(folder.length(), path.length() - suffix.length()), in.readAllBytes());
                    }
                }
            }
        }
    }

    private static void reflect(String namespace, String name, Class<?> type) {
        row("class", "types", namespace, name);
        for (Constructor<?> one : type.isEnum() ? new Constructor<?>[0] : type.getDeclaredConstructors()) {
            if (Modifier.isPublic(one.getModifiers())) {
                row("method", "types", namespace, name, "<init>", String.valueOf(one.getParameterCount()));
            }
        }
        for (Method one : type.isEnum() ? new Method[0] : type.getDeclaredMethods()) {
            if (Modifier.isPublic(one.getModifiers()) && !one.isSynthetic()) {
                row("method", "types", namespace, name, withoutMark(one.getName()), String.valueOf(one.getParameterCount()));
            }
        }
        for (Field one : type.getDeclaredFields()) {
            if (Modifier.isPublic(one.getModifiers()) && !one.isSynthetic()) {
                row("field", "types", namespace, name, withoutMark(one.getName()));
            }
        }
    }

    /** A name that is a word of Java has a mark at its end: {@code delete$}. */
    private static String withoutMark(String name) {
        return name.endsWith("$") ? name.substring(0, name.length() - 1) : name;
    }

    private static void read(String namespace, String name, String text) {
        row("class", "stubs", namespace, name);
        String code = text.replaceAll("(?s)/\\*.*?\\*/", "");
        int open = code.indexOf('{');
        String body = code.substring(open + 1);
        if (code.substring(0, open).matches("(?s).*\\benum\\b.*")) {
            for (String value : body.replaceAll("[}\\s]", "").split(",")) {
                if (!value.isEmpty()) {
                    row("field", "stubs", namespace, name, value);
                }
            }
            return;
        }
        Set<String> seen = new HashSet<>();
        Matcher methods = METHOD.matcher(body);
        while (methods.find()) {
            String found = methods.group(1);
            List<String> parameters = Arrays.stream(methods.group(2).replaceAll("<[^()]*?>+", "").split(","))
                .map(String::trim).filter(one -> !one.isEmpty()).map(one -> one.replaceFirst("\\s+\\w+$", "")).collect(Collectors.toList());
            int count = parameters.size();
            if (!seen.add(found + parameters)) {
                continue;
            }
            row("method", "stubs", namespace, name, found.equals(name) ? "<init>" : found, String.valueOf(count));
        }
        Matcher fields = FIELD.matcher(body);
        while (fields.find()) {
            row("field", "stubs", namespace, name, fields.group(1));
        }
    }

    private static void row(String... cells) {
        OUT.append(String.join("\t", cells)).append('\n');
    }

    private KnownNames() {}
}
