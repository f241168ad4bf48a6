// Runs before the page is drawn, so that a dark page never flashes white.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  } catch {
    // Some browsers refuse storage to pages that are opened from a folder; the device's own setting then decides.
  }
})();
