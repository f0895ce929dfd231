"""One page of each kind in our own site, and the screens and colours they are looked at in."""

PAGES = [
    "",
    "register/",
    "register-accepted/",
    "retired/",
    "portfolio/",
    "lineage/",
    "lineage/?focus=0042-adopt-the-new-ranking-model",
    "assumptions/",
    "timeline/",
    "as-of/",
    "over-time/",
    "drift/",
    "risks/",
    "rules/",
    "rules/no-baseline/",
    "rules/assumption-failed/",
    "findings/",
    "data/",
    "schema/",
    "schema/decision/",
    "0009-three-layers-against-script-in-records/",
    "public/0020-37signals-leaves-the-cloud/",
    "public/0024-dropbox-leaves-aws/",
    "talk/0042-adopt-the-new-ranking-model/",
    "404.html",
]
SCREENS = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
SCHEMES = ("light", "dark")
