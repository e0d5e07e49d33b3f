"""The panel by which a reader keeps the site on the device."""

from macros.context import Context


class Offline:
    """Reading without a network. Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def offline_panel(self) -> str:
        """Offer to keep the site on the device; the page's script makes the offer live."""
        phrases = self._context.phrases("offline.")
        return self._context.render("offline_panel.html", phrases=phrases)
