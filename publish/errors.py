"""What can go wrong while publishing."""


class BuildError(Exception):
    """Raised when a part of the site cannot be made; its text is what the editor needs to know."""
