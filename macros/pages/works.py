"""The macros that tell whose work the site holds."""

from html import escape

from macros.context import Context


class Works:
    """Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def licences(self) -> str:
        """Table every work of others with its use, its licence and its source."""
        works = self._context.facts.licences.works
        return self._context.render("licences.html", works=works, names=_NAMES)

    def file(self, name: str, text: str) -> str:
        """Link, as ``text``, to a file at the site's root."""
        return f'<a href="{self._context.root_link(name)}">{escape(text)}</a>'


# What a licence is called where its SPDX name would say nothing.
_NAMES = {
    "LicenseRef-public-domain": "public domain",
    "blessing": "public domain",
    "bzip2-1.0.6": "bzip2",
    "OFL-1.1": "SIL Open Font License 1.1",
    "MPL-2.0": "Mozilla Public License 2.0",
    "PSF-2.0": "Python Software Foundation License 2",
    "W3C-20150513": "W3C Software and Document License",
}
