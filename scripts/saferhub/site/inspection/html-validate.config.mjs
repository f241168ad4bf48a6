// How html-validate reads our pages. Every rule of its recommended and document sets is on, unless a reason stands here.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Reading is not changed by any of these; Python-Markdown and Jinja write them so.
    "no-trailing-whitespace": "off",
    "doctype-style": ["error", { style: "lowercase" }],
    "long-title": "off", // its limit is what search engines show of an English title; a title is as long as the lesson needs
    "void-style": "off", // <img /> and <img> are the same to every parser of HTML
    "attr-quotes": "off", // JSON in an attribute stands between single quotes, so that it stays readable
    // Scripts and styles lie beside the pages, so nobody else can change them; only files from elsewhere need a sum.
    "require-sri": ["error", { target: "crossorigin" }],
    "tel-non-breaking": "off", // the style keeps every telephone number on one line
    // HTML allows any identifier without spaces; headings in Arabic and Armenian get names such as `_1`.
    "valid-id": ["error", { relaxed: true }],
  },
};
