"""Makes twemoji.woff2 from Twemoji.Mozilla.ttf or .woff2 of the npm package twemoji-colr-font 15.0.3.

The shaper drops U+FE0F before it looks for ligatures, while the font's keycaps, rainbow flags and
burning hearts ask for it: here it is taken out of them. Usage: twemoji.py FROM TO
(needs fonttools and brotli).
"""

import sys

from fontTools.ttLib import TTFont

font = TTFont(sys.argv[1], recalcTimestamp=False)
for lookup in font["GSUB"].table.LookupList.Lookup:
    for table in lookup.SubTable:
        for ligatures in table.ligatures.values():
            for ligature in ligatures:
                ligature.Component = [it for it in ligature.Component if it != "ufe0f"]
                ligature.CompCount = len(ligature.Component) + 1
            ligatures.sort(key=lambda it: -it.CompCount)
font.flavor = "woff2"
font.save(sys.argv[2])
