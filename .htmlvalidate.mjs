// What html-validate asks of every page; tests/publish/test_html.py runs it over the built site.
export default {
  root: true,
  extends: ["html-validate:standard", "html-validate:recommended", "html-validate:a11y"],
  rules: {
    // How a generator writes, which no reader meets.
    "no-trailing-whitespace": "off",
    "doctype-style": "off",
    "void-style": "off",
    // The theme's ids begin with two underscores, which HTML allows.
    "valid-id": ["error", { relaxed: true }],
    // A box around a table is a region because it scrolls; it is no section of the text.
    "prefer-native-element": ["error", { exclude: ["region"] }],
  },
};
