"""Finds and starts the three browser engines; run as a module it names those that are missing."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.webdriver import WebDriver

from devtools.chromium import chromium
from devtools.marionette import Marionette

_MINI_BROWSERS = "/usr/lib*/**/webkit2gtk-4.*/MiniBrowser"


def start_chromium(folder: Path) -> WebDriver:
    """Start Chromium; what it downloads comes into ``folder``."""
    options = webdriver.ChromeOptions()
    options.binary_location = chromium() or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-background-networking"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(folder)})
    service = webdriver.ChromeService(executable_path=shutil.which("chromedriver"))
    return webdriver.Chrome(options=options, service=service)


def start_firefox(folder: Path) -> WebDriver:
    """Start Firefox; what it downloads comes into ``folder``, which holds its profile too."""
    settings = {
        "browser.download.dir": str(folder),
        "browser.download.folderList": 2,
        "browser.download.alwaysOpenPanel": False,
        "app.normandy.enabled": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "services.settings.server": "",
    }
    profile = folder / "profile"
    profile.mkdir()
    connection = Marionette(firefox() or "", profile, settings)
    driver = webdriver.Remote(command_executor=connection, options=webdriver.FirefoxOptions())
    driver.file_detector = UselessFileDetector()
    return driver


def start_webkit(folder: Path) -> WebDriver:
    """Start WebKitGTK's small browser; what it downloads comes into ``folder``."""
    options = webdriver.WebKitGTKOptions()
    options.binary_location = mini_browser() or ""
    options.add_argument("--automation")
    (folder / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{folder}"\n')
    env = {**os.environ, "XDG_CONFIG_HOME": str(folder)}
    path = shutil.which("WebKitWebDriver") or ""
    service = webdriver.WebKitGTKService(executable_path=path, env=env)
    return webdriver.WebKitGTK(options=options, service=service)


STARTERS: dict[str, Callable[[Path], WebDriver]] = {
    "chromium": start_chromium,
    "firefox": start_firefox,
    "webkit": start_webkit,
}


def firefox() -> str | None:
    """The Firefox named in FIREFOX, or the system's."""
    return os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")


def mini_browser() -> str | None:
    """WebKitGTK's small browser, which lies where no search path leads."""
    root, _, pattern = _MINI_BROWSERS.partition("*")
    found = sorted(Path("/").glob(f"{root[1:]}*{pattern}"))
    return str(found[-1]) if found else None


def missing() -> list[str]:
    """Return what of the browsers and their drivers this machine lacks."""
    needed = {
        "chromium": chromium(),
        "chromedriver": shutil.which("chromedriver"),
        "firefox": firefox(),
        "WebKitGTK's MiniBrowser": mini_browser(),
        "WebKitWebDriver": shutil.which("WebKitWebDriver"),
        "Xvfb": shutil.which("xvfb-run"),
    }
    return [name for name, path in needed.items() if not path]


if __name__ == "__main__":
    print(", ".join(missing()))
    sys.exit(bool(missing()))
