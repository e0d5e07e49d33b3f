"""The panel by which a reader keeps the site on the device."""

from macros.context import Context

_WORDS = "offline."


class Offline:
    """Reading without a network. Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def offline_panel(self) -> str:
        """Offer to keep the site on the device; the page's script makes the offer live."""
        phrases = {
            key.removeprefix(_WORDS): text.to(self._context.lang)
            for key, text in self._context.facts.words.items()
            if key.startswith(_WORDS)
        }
        return self._context.render("offline_panel.html", phrases=phrases)
