package dev.vitrine.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the compiler's plug-in carries inside its jar must stay small and quick to load. */
@AnalyzeClasses(packages = "dev.vitrine.catalog", importOptions = DoNotIncludeTests.class)
class CompilerSideTest {
    private static final String[] COMPILER_SIDE = {
        "dev.vitrine.catalog",
        "dev.vitrine.catalog.json",
        "dev.vitrine.catalog.markdown",
        "dev.vitrine.catalog.wording",
        "dev.vitrine.catalog.merge",
        "dev.vitrine.catalog.diff"
    };

    @ArchTest
    static final ArchRule databind_is_out_of_the_compilers_reach = noClasses()
            .that()
            .resideInAnyPackage(COMPILER_SIDE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson.databind..", "com.fasterxml..", "com.github.mustachejava..");

    @ArchTest
    static final ArchRule nothing_behind_the_compilers_side_is_in_its_reach = noClasses()
            .that()
            .resideInAnyPackage(COMPILER_SIDE)
            .should()
            .dependOnClassesThat(new com.tngtech.archunit.base.DescribedPredicate<>("are on the build's side") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
                    return type.getPackageName().startsWith("dev.vitrine.")
                            && !java.util.List.of(COMPILER_SIDE).contains(type.getPackageName());
                }
            });

    @ArchTest
    static final ArchRule the_model_knows_no_form = noClasses()
            .that()
            .resideInAPackage("dev.vitrine.catalog")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("dev.vitrine.catalog", "java..", "org.jspecify..");
}
