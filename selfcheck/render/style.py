"""The style of a report that stands alone: small, with nothing to load, light, dark and printed."""

STYLE = """\
:root { color-scheme: light dark; --ink: #1b2530; --soft: #51606e; --paper: #fff; --line: #c3ccd4;
  --accent: #0b5a7a; --pale: #eef2f5; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9eef2; --soft: #b3c0cb; --paper: #12181e; --line: #44525e;
    --accent: #7cc7e8; --pale: #1d262e; }
}
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.2; }
h2 { margin-top: 2.5rem; font-size: 1.375rem; line-height: 1.3; }
h3 { margin-top: 1.75rem; font-size: 1.125rem; }
li { margin: 0.5rem 0; }
li p { margin: 0.25rem 0; color: var(--soft); }
a { color: var(--accent); }
.table { overflow-x: auto; margin: 1.25rem 0; }
.table:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; }
caption { padding-bottom: 0.5rem; text-align: left; font-weight: 600; }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line);
  text-align: left; vertical-align: top; }
th[scope="row"] { font-weight: 400; }
thead th { border-bottom: 2px solid var(--ink); }
figure { margin: 1.25rem 0; }
figcaption { font-weight: 600; }
svg { display: block; width: 100%; height: auto; margin-top: 0.75rem; }
svg text { fill: var(--ink); font-size: 15px; }
svg .end { text-anchor: end; }
svg .mark { fill: var(--soft); font-size: 13px; text-anchor: middle; }
svg line { stroke: var(--ink); }
svg .edge { stroke: var(--paper); }
svg .track { fill: var(--pale); stroke: var(--line); }
svg .possible { fill: url(#hatch); stroke: var(--accent); }
svg .sure { fill: var(--accent); }
svg .hatch { stroke: var(--accent); stroke-width: 2; }
@media print {
  :root { --ink: #000; --soft: #333; --paper: #fff; --line: #999; --accent: #0b5a7a;
    --pale: #eee; }
  main { max-width: none; padding: 0; }
  .table { overflow: visible; }
  h1, h2, h3, caption { break-after: avoid; }
  li, tr, figure { break-inside: avoid; }
  svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
