import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes the platform's objects and class names as JSON, read from the type stubs that the scanner ships.
 *
 * <p>A stub declares a lookup as two fields (AccountId, Account) and a child relationship as an array of the child's
 * type, so everything SOQL needs can be read by reflection without running a line of it.
 *
 * <p>Arguments: the object stubs, the class stubs, the compiler's jar (for class names newer than the stubs), output.
 */
public final class StandardModel {
    private static final String ROOT = "com.nawforce.runforce.";
    private static final String OBJECTS = ROOT + "SObjects.";

    public static void main(String[] arguments) throws Exception {
        File objects = new File(arguments[0]);
        File types = new File(arguments[1]);
        StringBuilder json = new StringBuilder("{\"objects\":[");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {objects.toURI().toURL(), types.toURI().toURL()})) {
            Map<String, Class<?>> classes = new TreeMap<>();
            for (String entry : entries(objects, "com/nawforce/runforce/SObjects/", ".class")) {
                classes.put(entry, Class.forName(OBJECTS + entry, false, loader));
            }
            String separator = "";
            for (Map.Entry<String, Class<?>> each : classes.entrySet()) {
                json.append(separator).append(describe(each.getKey(), each.getValue(), classes));
                separator = ",\n";
            }
        }
        TreeSet<String> names = new TreeSet<>();
        for (String namespace : List.of("System", "Schema")) {
            names.addAll(entries(types, "com/nawforce/runforce/" + namespace + "/", ".class"));
            names.addAll(entries(new File(arguments[2]), "StandardApexLibrary/" + namespace + "/", ".cls"));
        }
        json.append("],\n\"classNames\":[\"").append(String.join("\",\"", names)).append("\"]}\n");
        Files.write(Path.of(arguments[3]), json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Names of a jar's entries directly inside a folder; inner classes are left out. */
    private static List<String> entries(File jar, String folder, String suffix) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar)) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                String path = entry.getName();
                if (path.startsWith(folder) && path.endsWith(suffix)) {
                    String name = path.substring(folder.length(), path.length() - suffix.length());
                    if (name.indexOf('$') < 0 && name.indexOf('/') < 0) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    private static String describe(String name, Class<?> type, Map<String, Class<?>> classes) {
        StringBuilder fields = new StringBuilder();
        StringBuilder children = new StringBuilder();
        for (Field field : type.getDeclaredFields()) {
            Class<?> fieldType = field.getType();
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            if (fieldType.isArray()) {
                Class<?> child = fieldType.getComponentType();
                append(children, "[\"" + field.getName() + "\",\"" + child.getSimpleName() + "\",\""
                    + referenceTo(child, type) + "\"]");
            } else if (fieldType.getName().startsWith(OBJECTS)) {
                // The half of a lookup that names the relationship; written with its Id field unless it has none.
                if (fieldType.getSimpleName().equals("Address")) {
                    append(fields, column(type, field));
                } else if (find(type, field.getName() + "Id") == null) {
                    append(fields, "[\"" + field.getName() + "\",\"Reference\",\"" + fieldType.getSimpleName()
                        + "\",\"" + field.getName() + "\"]");
                }
            } else {
                append(fields, column(type, field));
            }
        }
        return "[\"" + name + "\",[" + fields + "],[" + children + "]]";
    }

    private static String column(Class<?> owner, Field field) {
        String name = field.getName();
        String start = "[\"" + name + "\",\"" + field.getType().getSimpleName() + "\"";
        Field relation = name.endsWith("Id") ? find(owner, name.substring(0, name.length() - 2)) : null;
        if (relation == null || !relation.getType().getName().startsWith(OBJECTS)) {
            return start + "]";
        }
        return start + ",\"" + relation.getType().getSimpleName() + "\",\"" + relation.getName() + "\"]";
    }

    /** The child's lookup that points at the parent, or empty where several do and the stub does not say which. */
    private static String referenceTo(Class<?> child, Class<?> parent) {
        String found = "";
        for (Field field : child.getDeclaredFields()) {
            if (field.getType() == parent && find(child, field.getName() + "Id") != null) {
                if (!found.isEmpty()) {
                    return "";
                }
                found = field.getName() + "Id";
            }
        }
        return found;
    }

    private static Field find(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException absent) {
            return null;
        }
    }

    private static void append(StringBuilder list, String element) {
        if (list.length() > 0) {
            list.append(',');
        }
        list.append(element);
    }

    private StandardModel() {}
}
