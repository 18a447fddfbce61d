import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds each PDF that is named against veraPDF's PDF/UA-1 profile, and prints what it found, with tabs between:
 * first "profile" and the number of rules; of each file "file", its path and the number of checks; and of each rule
 * that it broke "broken", the path, the clause and test, how often, and the rule.
 *
 * The profile is read here and not by veraPDF, whose own reader needs JAXB, which Java no longer has.
 */
public class Check {
    static final String PROFILE = "/org/verapdf/pdfa/validation/PDFUA-1.xml";

    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile();
        System.out.println("profile\t" + profile.getRules().size());
        for (String file : files) {
            check(file, profile);
        }
    }

    static void check(String file, ValidationProfile profile) throws Exception {
        ValidationResult result;
        try (InputStream stream = Files.newInputStream(Path.of(file));
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, PDFAFlavour.PDFUA_1)) {
            result = Foundries.defaultInstance().createValidator(profile, false).validate(parser);
        }
        System.out.println("file\t" + file + "\t" + result.getTotalAssertions());
        var broken = new TreeMap<String, Integer>();
        for (TestAssertion failed : result.getTestAssertions()) {
            RuleId id = failed.getRuleId();
            String said = failed.getMessage().replaceAll("\\s+", " ");
            broken.merge(id.getClause() + "-" + id.getTestNumber() + "\t%d\t" + said, 1, Integer::sum);
        }
        broken.forEach((rule, times) -> System.out.println("broken\t" + file + "\t" + rule.replace("%d", "" + times)));
    }

    static ValidationProfile profile() throws Exception {
        Document read;
        try (InputStream stream = Check.class.getResourceAsStream(PROFILE)) {
            read = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : all(read, "rule")) {
            Element id = all(rule, "id").get(0);
            RuleId name = Profiles.ruleIdFromValues(
                    PDFAFlavour.Specification.ISO_14289_1,
                    id.getAttribute("clause"),
                    Integer.parseInt(id.getAttribute("testNumber")));
            Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
            rules.add(Profiles.ruleFromValues(
                    name, rule.getAttribute("object"), deferred, rule.getAttribute("tags"), text(rule, "description"),
                    text(rule, "test"), Profiles.errorFromValues(text(rule, "message"), new ArrayList<>()),
                    new ArrayList<>()));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : all(read, "variable")) {
            variables.add(Profiles.variableFromValues(
                    variable.getAttribute("name"), variable.getAttribute("object"), text(variable, "defaultValue"),
                    text(variable, "value")));
        }
        var details = Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new Date());
        return Profiles.profileFromValues(PDFAFlavour.PDFUA_1, details, "", rules, variables);
    }

    static List<Element> all(org.w3c.dom.Node within, String name) {
        NodeList found = within instanceof Document
                ? ((Document) within).getElementsByTagName(name)
                : ((Element) within).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int place = 0; place < found.getLength(); place++) {
            elements.add((Element) found.item(place));
        }
        return elements;
    }

    static String text(Element within, String name) {
        return all(within, name).get(0).getTextContent();
    }
}
