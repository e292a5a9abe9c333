package org.courant.publish.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Renders pages as HTML in UTF-8. The templates are compiled at build time and escape whatever they show. */
public final class Pages {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets;

    public Pages(Assets assets) {
        this.assets = assets;
        engine.setBinaryStaticContent(true);
    }

    public byte[] edition(EditionPage page) {
        return render("edition.jte", page);
    }

    public byte[] section(SectionPage page) {
        return render("section.jte", page);
    }

    public byte[] entry(EntryPage page) {
        return render("entry.jte", page);
    }

    public byte[] search(SearchPage page) {
        return render("search.jte", page);
    }

    public byte[] message(MessagePage page) {
        return render("message.jte", page);
    }

    private byte[] render(String template, Object page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, Map.of("page", page, "assets", assets), output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }
}
