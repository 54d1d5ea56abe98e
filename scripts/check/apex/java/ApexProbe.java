import apex.jorje.semantic.common.TestAccessEvaluator;
import apex.jorje.semantic.common.TestQueryValidators;
import apex.jorje.semantic.common.TestSymbolProvider;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.CompilationInput;
import apex.jorje.semantic.compiler.CompilerStage;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.parser.ParserEngine;
import apex.jorje.semantic.compiler.sfdc.NoopCompilerProgressCallback;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.services.Version;
import apex.jorje.services.exception.CompilationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Runs Salesforce's own Apex front end over probes, with a symbol table: the objects it brings along for its own
 * tests (Account, Contact and a few more, with few fields) and the library stubs of the same jar.
 *
 * <p>Arguments: the jar, then a file that lists the sources: kind (class, trigger or anonymous) and path, separated
 * by a tab. Output: one line per message with line number, column, path and message, separated by tabs.
 */
public final class ApexProbe {
    private static final String STUBS = "StandardApexLibrary/";

    /** Finds a class of the platform in the stubs: `system/http` is `StandardApexLibrary/System/Http.cls`. */
    private static final class Library extends TestSymbolProvider {
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, String> namespaces = new HashMap<>();
        private final Map<String, TypeInfo> found = new HashMap<>();

        Library(JarFile jar) throws IOException {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String name = entry.getName();
                if (name.startsWith(STUBS) && name.endsWith(".cls")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        String key = name.substring(STUBS.length(), name.length() - ".cls".length());
                        String folded = key.toLowerCase(Locale.ROOT);
                        texts.put(folded, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                        namespaces.put(folded, key.substring(0, key.indexOf('/')));
                    }
                }
            }
        }

        @Override
        public TypeInfo find(SymbolResolver resolver, TypeInfo from, String asked) {
            // The front end has a class Database of its own, without a method.
            String name = asked.equals("com/salesforce/api/database") ? "system/database" : asked;
            TypeInfo known = super.find(resolver, from, name);
            if (known != null || !texts.containsKey(name)) {
                return known;
            }
            if (!found.containsKey(name)) {
                String namespace = namespaces.get(name);
                SourceFile source = SourceFile.builder()
                    // The stubs leave out what every exception extends.
                    .setBody(texts.get(name).replaceFirst("global class (\\w+Exception) ", "global virtual class $1 extends System.Exception "))
                    .setKnownName(name)
                    .setVersion(Version.V262)
                    .setNamespace(Namespaces.create(namespace))
                    .build();
                found.put(name, resolver.getCompilerService().attachSource(resolver, source, name));
            }
            return found.get(name);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, List<SourceFile>> groups = new HashMap<>();
        Map<SourceFile, String> paths = new IdentityHashMap<>();
        for (String row : Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
            String[] cells = row.split("\t");
            SourceFile source = SourceFile.builder()
                .setBody(Files.readString(Path.of(cells[1]), StandardCharsets.UTF_8))
                .setKnownName(cells[1])
                .setVersion(Version.V262)
                .setNamespace(Namespaces.EMPTY)
                .build();
            groups.computeIfAbsent(cells[0].equals("anonymous") ? "anonymous" : "named", key -> new ArrayList<>()).add(source);
            paths.put(source, cells[1]);
        }
        StringBuilder report = new StringBuilder();
        try (JarFile jar = new JarFile(arguments[0])) {
            for (SourceFile block : groups.getOrDefault("anonymous", List.of())) {
                compile(jar, List.of(block), ParserEngine.Type.ANONYMOUS, paths, report);
            }
            compile(jar, groups.getOrDefault("named", List.of()), ParserEngine.Type.NAMED, paths, report);
        }
        System.out.print(report);
    }

    /** A source the front end itself stumbles over takes the others with it: what fails is halved until it stands alone. */
    private static void compile(
        JarFile jar, List<SourceFile> sources, ParserEngine.Type parser, Map<SourceFile, String> paths, StringBuilder report)
        throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        CompilationInput input = new CompilationInput(
            sources, new Library(jar), new TestAccessEvaluator(), new TestQueryValidators.Noop(), null, NoopCompilerProgressCallback.get());
        List<CodeUnit> units;
        try {
            units = ApexCompiler.builder().setInput(input).setParserType(parser).build().compile(CompilerStage.VALIDATE);
        } catch (RuntimeException | StackOverflowError fault) {
            if (sources.size() == 1) {
                row(report, 1, 1, paths.get(sources.get(0)), "FAULT " + fault);
                return;
            }
            int middle = sources.size() / 2;
            compile(jar, sources.subList(0, middle), parser, paths, report);
            compile(jar, sources.subList(middle, sources.size()), parser, paths, report);
            return;
        }
        for (CodeUnit unit : units) {
            String path = paths.get(unit.getSourceFile());
            for (CompilationException error : path == null ? List.<CompilationException>of() : unit.getErrors().get()) {
                int line = error.getLoc() == null ? 1 : Math.max(1, error.getLoc().getLine());
                int column = error.getLoc() == null ? 1 : Math.max(1, error.getLoc().getColumn());
                row(report, line, column, path, error.getError());
            }
        }
    }

    private static void row(StringBuilder report, int line, int column, String path, String message) {
        report.append(line).append('\t').append(column).append('\t').append(path).append('\t')
            .append(String.valueOf(message).replaceAll("\\s+", " ")).append('\n');
    }

    private ApexProbe() {}
}
