"""
Makes the two faces of the first paint, src/lib/ui/fonts/upright-*.woff2, and measures stand-ins.

    python3 -m venv /tmp/fonts && /tmp/fonts/bin/pip install fonttools brotli
    /tmp/fonts/bin/python scripts/fonts.py                      makes the faces
    /tmp/fonts/bin/python scripts/fonts.py serif|sans FILE …    prints size-adjust for other fonts

Not part of the build: the faces are checked in. They are in every page (src/lib/ui/tokens.css), so
they hold only what Swedish and English texts need, at the two weights in use. The licence keeps the
name "Source" for Adobe's own files, so these have another.
"""

import glob
import io
import re
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FOLDER = "src/lib/ui/fonts/"
FACES = {
    "serif": ("source-serif-4-latin-wght-normal", "Upright Serif"),
    "sans": ("source-sans-3-latin-wght-normal", "Upright Sans"),
}
LETTERS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0\u00ad\u2009\u200b§©«°·»ÄÅÆÉÖØÜàäåæçèéêïöøü–—‘’“”•…"
)
WEIGHTS = (400, 600)


def family(name):
    return TTFont(f"{FOLDER}{FACES[name][0]}.woff2")


def reopened(font):
    file = io.BytesIO()
    font.flavor = None
    font.save(file)
    file.seek(0)
    return TTFont(file)


def upright(name):
    """Returns a face with LETTERS and WEIGHTS alone."""
    low, high = WEIGHTS
    font = reopened(instancer.instantiateVariableFont(family(name), {"wght": (low, low, high)}))
    for glyph in font.getGlyphOrder():
        font["gvar"].variations.setdefault(glyph, [])
    options = Options()
    options.layout_features = ["kern", "liga"]
    options.layout_scripts = ["DFLT", "latn"]
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["BASE", "MVAR", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    rename(font, FACES[name][1])
    font.flavor = "woff2"
    return font


def rename(font, name):
    names = font["name"]
    for record in list(names.names):
        new = {1: name, 2: "Regular", 4: name, 6: name.replace(" ", "")}.get(record.nameID)
        if new:
            names.setName(new, record.nameID, record.platformID, record.platEncID, record.langID)
    # Named weights point at names that are gone.
    font["fvar"].instances = []


def text():
    """Returns the words of the site's own articles and of their translations."""
    texts = [open(path, encoding="utf8").read() for path in glob.glob("src/articles/*.md")]
    for path in glob.glob("translations/articles/*.json"):
        with open(path, encoding="utf8") as file:
            # Strings of several words: keys, dates and fingerprints have no space.
            texts += re.findall(r'"([^"\n]* [^"\n]*)"', file.read())
    return "".join(texts)


def advance(font, words, weight=None):
    if weight and "fvar" in font:
        font = instancer.instantiateVariableFont(font, {"wght": weight})
    cmap, widths, em = font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
    letters = [letter for letter in words if letter in LETTERS]
    return sum(widths[cmap[ord(letter)]][0] for letter in letters) / em / len(letters)


def stand_ins(name, files):
    words = text()
    for path in files:
        other = TTFont(path)
        bold = other["OS/2"].usWeightClass >= 600
        own = advance(family(name), words, WEIGHTS[bold])
        size = own / advance(other, words)
        print(f"{size:8.1%} {'bold' if bold else 'text'} {path}")


if len(sys.argv) > 1:
    stand_ins(sys.argv[1], sys.argv[2:])
else:
    for each in FACES:
        path = f"{FOLDER}upright-{each}.woff2"
        upright(each).save(path)
        print(path, len(open(path, "rb").read()))
