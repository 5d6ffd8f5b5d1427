package vn.tthc.platform.event.published;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the sources of the contracts say of types, components and constants, as plain text. */
final class Javadocs {
    private final Map<String, String> texts = new HashMap<>();

    private Javadocs() {}

    /** Parses all sources below the folders. */
    static Javadocs of(Path... folders) {
        Javadocs docs = new Javadocs();
        List<Path> sources = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        docs.parse(sources);
        return docs;
    }

    Optional<String> of(Class<?> type) {
        return Optional.ofNullable(texts.get(type.getCanonicalName()));
    }

    /** Of a component of a record, there or in an interface of it, or of a constant. */
    Optional<String> of(Class<?> type, String member) {
        String own = texts.get(type.getCanonicalName() + "#" + member);
        return own != null
                ? Optional.of(own)
                : Arrays.stream(type.getInterfaces())
                        .flatMap(parent -> of(parent, member).stream())
                        .findFirst();
    }

    private void parse(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(trees).scan(unit, String.valueOf(unit.getPackageName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Reader extends TreePathScanner<Void, String> {
        private final DocTrees trees;

        private Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, String outer) {
            String name = outer + "." + type.getSimpleName();
            DocCommentTree doc = trees.getDocCommentTree(getCurrentPath());
            if (doc != null) {
                put(name, doc.getFullBody());
                doc.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .filter(param -> !param.isTypeParameter())
                        .forEach(param -> put(name + "#" + param.getName().getName(), param.getDescription()));
            }
            if (type.getKind() == Tree.Kind.ENUM) {
                type.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .map(VariableTree.class::cast)
                        .forEach(constant -> member(name, constant, constant.getName()));
            }
            if (type.getKind() == Tree.Kind.INTERFACE) {
                type.getMembers().stream()
                        .filter(MethodTree.class::isInstance)
                        .map(MethodTree.class::cast)
                        .forEach(method -> member(name, method, method.getName()));
            }
            return super.visitClass(type, name);
        }

        private void member(String type, Tree member, CharSequence name) {
            DocCommentTree doc = trees.getDocCommentTree(new TreePath(getCurrentPath(), member));
            if (doc != null) {
                put(type + "#" + name, doc.getFullBody());
            }
        }

        private void put(String name, List<? extends DocTree> body) {
            String text = body.stream().map(Javadocs::plain).collect(Collectors.joining());
            texts.put(name, text.replaceAll("\\s+", " ").strip());
        }
    }

    private static String plain(DocTree part) {
        return switch (part) {
            case LiteralTree literal -> literal.getBody().getBody();
            case TextTree text -> text.getBody();
            case StartElementTree paragraph -> " ";
            case EndElementTree end -> " ";
            case LinkTree link -> link.getReference().getSignature().replaceAll("^.*[.#]", "");
            default -> part.toString();
        };
    }
}
