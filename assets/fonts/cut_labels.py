# Cuts the fallback font of labels: see assets/fonts/README.md.
import sys
from fontTools import subset
from fontTools.merge import Merger
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable
from fontTools.ttLib.scaleUpem import scale_upem

NOTO, FONTS, TABLES, OUT = sys.argv[1:5]
def own(name): return set(TTFont(f"{FONTS}/{name}").getBestCmap())
have = own("Inter-Reloom-Regular.ttf") & own("Inter-Reloom-Medium.ttf") | own("NotoSansSC-Reloom-Regular.ttf") & own("NotoSansSC-Reloom-Medium.ttf")
chars = set()
for name in ("label_fibres.tsv", "label_words.tsv"):
    for line in open(f"{TABLES}/{name}", encoding="utf8"):
        chars |= {ord(c) for c in line + line.upper() + line.title()}
def rows(encoding, first, second):
    found = set()
    for a in first:
        for b in second:
            try: found |= {ord(c) for c in bytes([a, b]).decode(encoding)}
            except UnicodeDecodeError: pass
    return found
low = list(range(0x40, 0x7F)) + list(range(0xA1, 0xFF))
chars |= rows("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xFF))      # KS X 1001, Hangul
chars |= rows("euc_jp", range(0xB0, 0xD0), range(0xA1, 0xFF))      # JIS X 0208, level 1
chars |= rows("big5", range(0xA4, 0xC7), low)                      # Big5, frequently used characters
for a, b in ((0x3041, 0x30FF), (0x31F0, 0x31FF), (0xFF61, 0xFF9F), (0x100, 0x24F), (0x1E00, 0x1EFF), (0x370, 0x3E1), (0x3F0, 0x3FF),
             (0x400, 0x52F), (0x300, 0x36F), (0xE00, 0xE7F), (0x600, 0x6FF), (0x900, 0x97F), (0x980, 0x9FF)):
    chars |= set(range(a, b + 1))
def cut(font, want, layout):
    options = subset.Options(layout_features=["*"] if layout else [], hinting=False, notdef_outline=True, glyph_names=False,
                             drop_tables=["DSIG", "MATH", "vhea", "vmtx", "VORG", "BASE", "STAT", "fvar", "GDEF"] if not layout else ["DSIG", "MATH"])
    tool = subset.Subsetter(options); tool.populate(unicodes=want); tool.subset(font)
    return font
def quadratic(font):
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    table = newTable("glyf"); table.glyphOrder = order; table.glyphs = {}
    for name in order:
        pen = TTGlyphPen(glyphs); glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True)); table.glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca"); font["glyf"] = table; del font["CFF "]
    maxp = font["maxp"]; maxp.tableVersion = 0x00010000
    for key in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"): setattr(maxp, key, 1 if key == "maxZones" else 0)
    font["post"].formatType = 3.0; font.sfntVersion = "\0\1\0\0"
parts, left = [], set(chars) - have
for name, layout in (("NotoSans-Regular.ttf", False), ("NotoSansThai-Regular.ttf", True), ("NotoSansArabic-Regular.ttf", True),
                     ("NotoSansDevanagari-Regular.ttf", True), ("NotoSansBengali-Regular.ttf", True)):
    font = TTFont(f"{NOTO}/truetype/noto/{name}")
    want = left & set(font.getBestCmap()); left -= want
    # Signs that stand alone are drawn on the dotted circle and joined by these.
    cut(font, want | ({0x25CC, 0x200C, 0x200D} if layout else set()), layout)
    if font["head"].unitsPerEm != 1000: scale_upem(font, 1000)
    parts.append(font)
cjk = TTCollection(f"{NOTO}/opentype/noto/NotoSansCJK-Regular.ttc")
font = next(f for f in cjk.fonts if f["name"].getDebugName(1) == "Noto Sans CJK JP")
want = left & set(font.getBestCmap()); left -= want
cut(font, want, False); quadratic(font); parts.append(font)
import tempfile
scratch, paths = tempfile.mkdtemp(), []
for n, font in enumerate(parts):
    paths.append(f"{scratch}/part-{n}.ttf"); font.save(paths[-1])
merged = Merger().merge(paths)
for record in merged["name"].names:
    if record.nameID in (1, 3, 4, 6, 16): record.string = "NotoSansReloomLabels" if record.nameID == 6 else "Noto Sans Reloom Labels"
merged.save(OUT)
assigned = {c for c in left if __import__("unicodedata").category(chr(c)) not in ("Cn", "Cc", "Co", "Zs")}
print(len(chars), "wanted,", len(merged.getBestCmap()), "in the file; not in any Noto font:", " ".join(f"{c:04X}" for c in sorted(assigned)))
