"""The self-check of the Soske academy site: how ready an organisation is to take part.

Pure Python, standard library only; it knows nothing of the site and reads nothing but its own data.
The same code runs on the command line and in the visitor's browser.

The rooms, from the ground up; each takes from those above it in this list, never from those below:

- `model`, `errors`, `toml`, `jsontext` — what all share: the bank as data, what may go wrong,
  reading an editor's TOML, reading and writing JSON
- `sheets` — the answer sheet an organisation fills in, and reading it from a file
- `scoring` — from answers to points, bands, reasons and the smallest next steps, with their weeks
- `bank` — what is asked, how it weighs and in which words: the data, and the code that checks it
- `words` — the tool's own phrases, numbers and dates in three languages
- `views` — other ways to look at sheets, as data: explain, compare, merge, preview
- `reports` — results and views told in a reader's language, as blocks
- `render` — blocks as text, as Markdown, as a page that stands alone
- `web`, `cli` — the two doors: a request of the browser, a command of the terminal
"""
