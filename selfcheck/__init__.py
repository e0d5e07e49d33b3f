"""The self-check of the Soske academy site: how ready an organisation is to take part.

Pure Python, standard library only; it knows nothing of the site and reads nothing but its own data.
The same code runs on the command line and in the visitor's browser.

Where to look:

- `model`, `bank`, `texts` — the bank: what is asked, how it weighs, in which words
- `sheet` — the answer file an organisation fills in
- `score`, `scale`, `steps` — from answers to bands, reasons and the smallest next steps
- `report`, `render`, `render_html` — the result in a reader's language
- `merge`, `compare`, `explain`, `brief`, `preview` — more to see in sheets: several people's, an
  earlier and a later one, what counted, what to say in the interview, what changed rules would do
- `web`, `cli` — the two doors
"""
