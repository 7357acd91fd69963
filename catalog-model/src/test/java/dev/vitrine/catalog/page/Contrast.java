package dev.vitrine.catalog.page;

/** Contrast as WCAG 2.2 computes it (relative luminance; success criterion 1.4.3, level AA). */
public final class Contrast {
    /** A script that answers each visible text whose contrast is too low, with the ratio. */
    public static final String TOO_LOW = """
            const parse = (color) => color.match(/[\\d.]+/g).map(Number);
            const channel = (value) => value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
            const luminance = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
            const background = (element) => {
              for (let at = element; at !== null; at = at.parentElement) {
                const color = parse(getComputedStyle(at).backgroundColor);
                if (color.length === 3 || color[3] === 1) return color;
              }
              return [255, 255, 255];
            };
            const tooLow = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            let seen = 0;
            while (walker.nextNode()) {
              const element = walker.currentNode.parentElement;
              if (walker.currentNode.data.trim() === "" || element.closest("script, style") || !element.checkVisibility()) continue;
              seen++;
              const style = getComputedStyle(element);
              const [one, other] = [luminance(parse(style.color)), luminance(background(element))].sort((a, b) => b - a);
              const ratio = (one + 0.05) / (other + 0.05);
              const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
              if (ratio < (large ? 3 : 4.5)) tooLow.push(walker.currentNode.data.trim() + " " + ratio.toFixed(2));
            }
            if (seen < 100) tooLow.push("only " + seen + " texts were looked at");
            return tooLow;
            """;

    private Contrast() {}
}
