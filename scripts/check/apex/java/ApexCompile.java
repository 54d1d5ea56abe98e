import apex.jorje.semantic.common.EmptySymbolProvider;
import apex.jorje.semantic.common.TestAccessEvaluator;
import apex.jorje.semantic.common.TestQueryValidators;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.CompilationInput;
import apex.jorje.semantic.compiler.CompilerStage;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.sfdc.NoopCompilerProgressCallback;
import apex.jorje.services.Version;
import apex.jorje.services.exception.CompilationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs Salesforce's own Apex front end, up to its validation stage, over a list of files and prints what it reports.
 *
 * <p>Arguments: the namespace or "-", then a file that lists the sources, one path a line. Output: one line per
 * message with line number, path and message, separated by tabs.
 */
public final class ApexCompile {
    public static void main(String[] arguments) throws Exception {
        String namespace = arguments[0].equals("-") ? "" : arguments[0];
        List<SourceFile> sources = new ArrayList<>();
        Map<SourceFile, String> paths = new IdentityHashMap<>();
        for (String path : Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
            SourceFile source = SourceFile.builder()
                .setBody(Files.readString(Path.of(path), StandardCharsets.UTF_8))
                .setKnownName(path)
                .setVersion(Version.V262)
                .setNamespace(namespace.isEmpty() ? Namespaces.EMPTY : Namespaces.create(namespace))
                .build();
            sources.add(source);
            paths.put(source, path);
        }
        CompilationInput input = new CompilationInput(
            sources,
            EmptySymbolProvider.get(),
            new TestAccessEvaluator(),
            new TestQueryValidators.Noop(),
            null,
            NoopCompilerProgressCallback.get());
        List<CodeUnit> units = ApexCompiler.builder().setInput(input).build().compile(CompilerStage.VALIDATE);
        StringBuilder report = new StringBuilder();
        for (CodeUnit unit : units) {
            for (CompilationException error : unit.getErrors().get()) {
                int line = error.getLoc() == null ? 1 : Math.max(1, error.getLoc().getLine());
                report.append(line).append('\t').append(paths.get(unit.getSourceFile())).append('\t')
                    .append(String.valueOf(error.getError()).replaceAll("\\s+", " ")).append('\n');
            }
        }
        System.out.print(report);
    }

    private ApexCompile() {}
}
