"""How the checkers that are Java programs are started."""

import shutil
from pathlib import Path

# They run for seconds: compiling what runs often for long, and cleaning up beside it, cost more
# than they bring. The Nu checker needs a deeper stack for its schema.
OPTIONS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss2m")


def program(jar: Path) -> list[str] | None:
    """The beginning of the command that runs a Java program; None where there is no Java."""
    java = shutil.which("java")
    return [java, *OPTIONS, "-jar", str(jar)] if java else None
