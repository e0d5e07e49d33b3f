"""The site's Content-Security-Policy (CSP level 3): what its pages may do, and nothing else."""

from dataclasses import dataclass

from publish.headers.inline import Inline

# The one Trusted Types policy, web/common/trusted.js: the addresses of our own workers.
TRUSTED = "soske-workers"
# Only a header can say these; in a page browsers ignore them with a warning.
HEADER_ONLY = ("frame-ancestors",)


@dataclass(frozen=True)
class Policy:
    """Directives with their sources, in the order in which they are written."""

    directives: dict[str, tuple[str, ...]]

    def header(self) -> str:
        """Write the policy as a response header has it."""
        return _written(self.directives)

    def meta(self) -> str:
        """Write the part of the policy that a page can state for itself."""
        kept = {name: value for name, value in self.directives.items() if name not in HEADER_ONLY}
        return _written(kept)


def policy(found: Inline) -> Policy:
    """Allow what comes from the site itself, the inline parts that were found, and WebAssembly.

    Forms are never sent: without JavaScript a form would put its answers into the address.
    """
    pictures = ("'self'", "data:") if found.data_pictures else ("'self'",)
    return Policy(
        {
            "default-src": ("'none'",),
            "script-src": ("'self'", "'wasm-unsafe-eval'", *found.scripts),
            "worker-src": ("'self'",),
            "style-src": ("'self'", *found.styles),
            "img-src": pictures,
            "font-src": ("'self'",),
            "connect-src": ("'self'",),
            "manifest-src": ("'self'",),
            "base-uri": ("'none'",),
            "form-action": ("'none'",),
            "frame-ancestors": ("'none'",),
            "require-trusted-types-for": ("'script'",),
            "trusted-types": (TRUSTED,),
        }
    )


def _written(directives: dict[str, tuple[str, ...]]) -> str:
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())
