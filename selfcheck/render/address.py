"""Where on the site a page of the bank is."""


def site_path(page: str) -> str:
    """Give the address on the site of a page of the bank: "criteria.md#will" → "criteria/#will"."""
    path, _, anchor = page.partition("#")
    path = path.removesuffix(".md").removesuffix("index")
    folder = path if path.endswith("/") or not path else path + "/"
    return f"{folder}#{anchor}" if anchor else folder
