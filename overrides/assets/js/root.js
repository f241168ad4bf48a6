// The first page offers all languages; the one that the device is set to comes first and takes the focus.
(() => {
  const list = document.getElementById("languages");
  if (!list) return;
  const wanted = navigator.languages.map((language) => language.toLowerCase());
  const links = [...list.querySelectorAll("a")];
  const match = wanted.map((language) => links.find((link) => language === link.lang.toLowerCase() || language.split("-")[0] === link.lang)).find(Boolean);
  const item = match?.closest("li");
  if (match && item) {
    list.prepend(item);
    match.setAttribute("aria-current", "true");
  }
})();
