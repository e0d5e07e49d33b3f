"""The panel by which a reader keeps the site on the device."""

from macros.site import Site

_WORDS = "offline."


class Offline:
    """Reading without a network. Every method is a macro of the same name."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def offline_panel(self) -> str:
        """Offer to keep the site on the device; the page's script makes the offer live."""
        phrases = {
            key.removeprefix(_WORDS): text.to(self._site.lang)
            for key, text in self._site.facts.words.items()
            if key.startswith(_WORDS)
        }
        return self._site.render("offline_panel.html", phrases=phrases)
