package org.courant;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/** The table of modules in CONTRIBUTING.md, and what keeps a replay equal to the first run. */
@AnalyzeClasses(packages = "org.courant", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<Class<?>> CLOCKS =
            Set.of(Clock.class, Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class);

    private static final DescribedPredicate<AccessTarget> WALL_CLOCK = describe(
            "the wall clock or chance",
            target -> (CLOCKS.stream().anyMatch(clock -> target.getOwner().isEquivalentTo(clock))
                            && (target.getName().equals("now")
                                    || target.getName().startsWith("system")))
                    || (target.getOwner().isEquivalentTo(System.class)
                            && Set.of("currentTimeMillis", "nanoTime").contains(target.getName()))
                    || (target.getOwner().isEquivalentTo(Math.class)
                            && target.getName().equals("random"))
                    || target.getOwner().isEquivalentTo(Random.class)
                    || (target.getOwner().isEquivalentTo(UUID.class)
                            && target.getName().equals("randomUUID")));

    private static final DescribedPredicate<AccessTarget> SCHEDULE = describe(
            "schedule of Kafka Streams",
            target -> target.getOwner().isAssignableTo(ProcessingContext.class)
                    && target.getName().equals("schedule"));

    @ArchTest
    static final ArchRule modulesUseOnlyWhatStandsBelowThem = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("schemas")
            .definedBy("org.courant.schemas..")
            .layer("service")
            .definedBy("org.courant.service..")
            .layer("embedded")
            .definedBy("org.courant.embedded..")
            .layer("ingest")
            .definedBy("org.courant.ingest..")
            .layer("enrich")
            .definedBy("org.courant.enrich..")
            .layer("learn")
            .definedBy("org.courant.learn..")
            .layer("publish")
            .definedBy("org.courant.publish..")
            .layer("cli")
            .definedBy("org.courant.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ingest")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("learn")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("enrich")
            .mayOnlyBeAccessedByLayers("learn", "cli")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("embedded")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("ingest", "enrich", "learn", "publish", "cli");

    @ArchTest
    static final ArchRule stagesDoNotGoRoundInCircles =
            slices().matching("org.courant.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule recordsOfEnrichAndPublishKnowNoWallClock = noClasses()
            .that()
            .resideInAnyPackage("org.courant.enrich..", "org.courant.publish.finish..", "org.courant.publish.edition..")
            .should()
            .callMethodWhere(target(WALL_CLOCK))
            .because("a replay of the same log must give the same tables");

    @ArchTest
    static final ArchRule oneClassMakesXmlParsers = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.courant.ingest.feed.SafeXml")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javax.xml.parsers..", "javax.xml.stream..", "org.jdom2.input.."))
            .because("a parser that nobody hardened reads files and expands bombs");

    @ArchTest
    static final ArchRule whatSourcesWriteMeetsNoBacktrackingExpression = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.courant.schemas.identity..",
                    "org.courant.ingest.text..",
                    "org.courant.ingest.feed..",
                    "org.courant.ingest.arxiv..",
                    "org.courant.ingest.discourse..",
                    "org.courant.ingest.file..",
                    "org.courant.ingest.http..")
            // It reads at most 100 characters.
            .and()
            .doNotHaveFullyQualifiedName("org.courant.ingest.feed.FeedDate")
            // Its settings are the operator's.
            .and()
            .doNotHaveFullyQualifiedName("org.courant.ingest.http.HttpSettings")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.regex.."))
            .orShould()
            .callMethodWhere(target(describe(
                    "an expression of java.util.regex",
                    method -> method.getOwner().isEquivalentTo(String.class)
                            && Set.of("matches", "replaceAll", "replaceFirst").contains(method.getName()))))
            .because("java.util.regex may take quadratic time and overflow the stack; com.google.re2j does neither");

    @ArchTest
    static final ArchRule everyProcessorIsGuarded = noClasses()
            .that(resideOutsideOfPackages("org.courant.bench.."))
            .should()
            .callConstructor(StreamsBuilder.class)
            .orShould()
            .callConstructor(Topology.class)
            .because(
                    "an error in a processor that no RecordGuard stands around ends the service; see RecordGuard.builder");

    @ArchTest
    static final ArchRule everyPunctuationIsGuarded = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.courant.service.streams.Punctuations")
            .should()
            .callMethodWhere(target(SCHEDULE))
            .because("an error in a punctuation ends the service; see Punctuations");

    @ArchTest
    static final ArchRule kafkasInternalClassesStayBehindOneModule = noClasses()
            .that(resideOutsideOfPackages("org.courant.embedded.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "kafka..", "org.apache.kafka.server..", "org.apache.kafka.metadata..", "org.apache.kafka.raft.."));

    @ArchTest
    static final ArchRule onlyTheCommandTalksToTheTerminal = noClasses()
            .that(resideOutsideOfPackages("org.courant.cli..", "org.courant.testkit..", "org.courant.bench.."))
            .should()
            .accessField(System.class, "out");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Common|Impl|Manager)")
            .because("such a name would fit anything");

    @ArchTest
    static final ArchRule staticFieldsHoldNoState = noFields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(resideOutsideOfPackages("org.courant.schemas", "org.courant.enrich.record"))
            .should()
            .notBeFinal();

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked")
            .allowEmptyShould(true);
}
