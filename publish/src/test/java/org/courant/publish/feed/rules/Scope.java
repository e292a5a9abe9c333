package org.courant.publish.feed.rules;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which cases of the validator are about what the digest's feeds write, and why the others are not. */
final class Scope {
    /** Events that the rules know; they have to find each of them wherever a case within the scope has it. */
    static final Set<String> EVENTS = Stream.of(
                    "SAXError UnicodeError UnknownEncoding MissingNamespace InvalidNamespace AvoidNamespacePrefix",
                    "NonstdPrefix ReservedPrefix NotInANamespace UndeterminableVocabulary",
                    "DuplicateElement MissingElement MissingAttribute MissingHref MissingSourceElement",
                    "UndefinedElement UnexpectedAttribute MisplacedItem UnexpectedWhitespace NotBlank AttrNotBlank",
                    "InvalidRSSVersion DuplicateItemSemantics DuplicateSemantics ItemMustContainTitleOrDescription",
                    "InvalidRFC3339Date InvalidRFC2822Date ProblematicalRFC822Date InvalidW3CDTFDate ImplausibleDate",
                    "ValidRFC2822Date ValidW3CDTFDate",
                    "InvalidLink InvalidFullLink InvalidUriChar ValidURI SchemeNotIANARegistered",
                    "InvalidTAG ValidTAG InvalidURN ValidURN InvalidUUID NonCanonicalURI",
                    "DuplicateEntries DuplicateValue InvalidHttpGUID ValidHttpGUID InvalidPermalink",
                    "InvalidBooleanAttribute ValidBooleanAttribute",
                    "DuplicateAtomLink UnregisteredAtomLinkRel ValidAtomLinkRel InvalidMIMEType ValidMIMEAttribute",
                    "InvalidLanguage ValidLanguage InvalidNonNegativeInteger",
                    "MissingSelf SelfDoesntMatchLocation SelfNotAtom",
                    "MissingContentOrAlternate MissingTextualContent MissingSummary",
                    "InvalidTextType ContainsHTML ContainsUndeclaredHTML SecurityRisk BadCharacters",
                    "InvalidOutlineType InvalidOutlineVersion MissingTitleAttr MissingUrlAttr MissingXmlURL",
                    "InvalidTrueFalse Error Warning")
            .flatMap(line -> Stream.of(line.split(" ", -1)))
            .collect(Collectors.toUnmodifiableSet());

    /** Events that no rule knows, by the reason. */
    static final Map<String, Set<String>> OTHER_EVENTS = Map.of(
            "the markup of a content; the digest writes plain texts",
            Set.of(
                    "ContainsRelRef",
                    "DangerousStyleAttr",
                    "DuplicateDescriptionSemantics",
                    "HtmlFragment",
                    "MisplacedXHTMLContent",
                    "MissingTypeAttr",
                    "MissingXhtmlDiv",
                    "NotBase64",
                    "NotEscaped",
                    "NotHtml",
                    "NotInline",
                    "SecurityRiskAttr",
                    "UnexpectedText"),
            "elements of RSS that the digest does not write: image, textInput, cloud, enclosure, skipDays, skipHours, ttl, blink",
            Set.of(
                    "AvoidTextInput",
                    "EightDaysAWeek",
                    "ImageTitleDoesntMatch",
                    "ImageUrlFormat",
                    "InvalidDay",
                    "InvalidHeight",
                    "InvalidHour",
                    "InvalidInteger",
                    "InvalidIntegerAttribute",
                    "InvalidMIMEAttribute",
                    "InvalidURLAttribute",
                    "InvalidWidth",
                    "MissingDescription",
                    "MissingLink",
                    "MissingTitle",
                    "NoBlink",
                    "UseZeroForMidnight",
                    "ValidCloud",
                    "ValidDay",
                    "ValidHour",
                    "ValidInteger",
                    "ValidIntegerAttribute",
                    "ValidWidth"),
            "addresses of mail; the digest names people only",
            Set.of("EmailFormat", "InvalidAddrSpec", "InvalidContact", "MissingRealName", "ValidContact"),
            "modules that the digest does not write",
            Set.of(
                    "InvalidCommaSeparatedIntegers",
                    "InvalidLatitude",
                    "InvalidLongitude",
                    "ObsoleteWikiNamespace",
                    "SlashDate",
                    "UnknownNamespace",
                    "UnsupportedNamespace",
                    "ValidUpdatePeriod"),
            "document types, entities and encodings; the digest writes UTF-8 and no document type",
            Set.of(
                    "BadXmlVersion",
                    "ContainsSystemEntity",
                    "DeprecatedDTD",
                    "InvalidDoctype",
                    "NonstdEncoding",
                    "UndefinedNamedEntity",
                    "ValidDoctype"),
            "looked for by no case, only said to be absent, or praise for what no rule is about",
            Set.of(
                    "CharacterData",
                    "InvalidIRI",
                    "InvalidValue",
                    "MissingDCLanguage",
                    "NotSufficientlyUnique",
                    "RelativeSelf",
                    "SameDocumentReference",
                    "ValidElement",
                    "ValidHtml",
                    "ValidTitle"));

    /** Parts of the cases, by the reason why they are left out. */
    private static final Map<String, String> OTHER_FILES = Map.of(
            "formats and modules of others: iTunes, media, KML, Google Base, OpenSearch, RSS 1.1",
            "(ext|gbase|kml|opensearch|rss11)/.*|.*unknown_element_in_known_namespace.*|atom/6\\.1/.*namespace.*",
            "the markup of a content, and texts as XHTML",
            "atom/(3\\.1\\.1\\.3|4\\.1\\.3\\.\\d)/.*|.*(content_|xhtml_|ws-content-|invalid_xhtml).*",
            "elements of RSS that the digest does not write",
            "rss20/.*(cloud|image|skip(days|hours)|textinput|enclosure|item-source).*",
            "types of texts that Atom had before RFC 4287",
            "atom/must/(entry|feed)_(summary|title)_type\\d?\\.xml",
            "RSS 0.91, whose descriptions are plain texts",
            "rss/should/rss91_plain\\.xml",
            "documents that are cut off, or wrong in a name of a namespace only, which a parser of trees does not see",
            "atom/must/feed_missing2\\.xml|rss/must/invalid_namespace2\\.xml|rss/must/xml_utf-8_bom.*",
            "declares a namespace that it does not use, and expects as if it did",
            "atom/must/feed_unknown_element_core_namespace\\.xml",
            "the same characters as in amp-name-hex.xml and the other outcome",
            "rss20/data-types-characterdata/amp-cdata-hex\\.xml");

    /** Modules that the digest does not write. */
    private static final String MODULES =
            ".*\\b(admin|blogChannel|cc|creativeCommons|ev|sy|slash|rdf|trackback|xmlns):.*|.*dc:date\\.Taken.*";

    private Scope() {}

    static boolean has(ValidatorCase one, byte[] document) {
        return OTHER_FILES.values().stream().noneMatch(one.file()::matches)
                && !one.params().matches(MODULES)
                && !new String(document, StandardCharsets.ISO_8859_1).contains("<rdf:RDF");
    }
}
