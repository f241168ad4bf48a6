// What every page can do: leave quickly, change light and dark, close menus; on lessons also print, present and quiz.
(() => {
  const root = document.documentElement;

  /** @param {string} id */
  const byId = (id) => document.getElementById(id);

  // Leaving: the page is replaced, so that the back button does not return to it.
  const leave = /** @type {HTMLAnchorElement | null} */ (byId("leave"));
  let escapes = 0;
  let lastEscape = 0;
  const go = () => {
    if (!leave) return;
    document.body.hidden = true;
    location.replace(leave.href);
  };
  leave?.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    escapes = event.timeStamp - lastEscape < 1500 ? escapes + 1 : 1;
    lastEscape = event.timeStamp;
    if (escapes === 3) go();
    document.querySelectorAll("details.languages[open]").forEach((menu) => menu.removeAttribute("open"));
  });
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.languages[open]").forEach((menu) => {
      if (!menu.contains(/** @type {Node} */ (event.target))) menu.removeAttribute("open");
    });
  });

  // Another language of the finder keeps the choices; words are of one language and stay behind.
  document.querySelector(".kind-find .languages")?.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const state = new URLSearchParams(location.hash.slice(1));
    state.delete("q");
    if (link && String(state)) link.hash = String(state);
  });

  // Light and dark.
  const theme = /** @type {HTMLButtonElement | null} */ (byId("theme"));
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);
  const showTheme = () => theme?.setAttribute("aria-pressed", String(isDark()));
  if (theme) {
    theme.hidden = false;
    showTheme();
    systemDark.addEventListener("change", showTheme);
    theme.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      showTheme();
      try {
        localStorage.setItem("theme", root.dataset.theme);
      } catch {
        // Without storage the choice holds for this page only.
      }
    });
  }

  // Quizzes work without this; screen readers also hear the feedback of the option that was chosen.
  document.querySelectorAll("fieldset.quiz").forEach((quiz) => {
    const status = document.createElement("p");
    status.className = "hidden-text";
    status.setAttribute("role", "status");
    quiz.append(status);
    quiz.addEventListener("change", (event) => {
      const option = /** @type {Element} */ (event.target).closest(".option");
      status.textContent = option?.querySelector(".feedback")?.textContent ?? "";
    });
  });

  const lesson = byId("lesson");
  if (!lesson) return;

  byId("hide-notes")?.addEventListener("change", (event) => {
    root.classList.toggle("hide-notes", /** @type {HTMLInputElement} */ (event.target).checked);
  });

  // Presenting: one part at a time, with buttons and with the arrow keys.
  // What is for the teacher, for families or to copy is not for the screen in front of the class.
  const unseen = ".part-prepare, .part-home, .part-adapt, .part-handouts, .part-evidence";
  const parts = [...document.querySelectorAll("#lesson-text > .part")].filter((part) => !part.matches(unseen));
  const presenter = byId("presenter");
  const status = byId("presenter-status");
  let step = 0;
  /** @param {number} next */
  const show = (next) => {
    step = Math.min(Math.max(next, 0), parts.length - 1);
    parts.forEach((part, index) => part.classList.toggle("shown", index === step));
    const words = status?.dataset.words ?? "";
    // The whole title: numbers and stressed words in it are elements of their own.
    const title = parts[step].querySelector("h2")?.cloneNode(true);
    if (title instanceof Element) title.querySelectorAll(".minutes").forEach((minutes) => minutes.remove());
    status?.replaceChildren(`${words.replace("{step}", String(step + 1)).replace("{all}", String(parts.length))} `, ...(title?.childNodes ?? []));
    presenter?.querySelectorAll("[data-step]").forEach((button) => {
      const beyond = step + Number(/** @type {HTMLElement} */ (button).dataset.step);
      button.setAttribute("aria-disabled", String(beyond < 0 || beyond >= parts.length));
    });
    scrollTo({ top: 0 });
  };
  /** @param {boolean} on */
  const present = (on) => {
    root.classList.toggle("presenting", on);
    if (presenter) presenter.hidden = !on;
    if (on) {
      show(0);
      /** @type {HTMLElement | null} */ (presenter?.querySelector("[data-step='1']") ?? null)?.focus();
      document.documentElement.requestFullscreen?.().catch(() => {});
    } else {
      if (document.fullscreenElement) void document.exitFullscreen();
      /** @type {HTMLElement | null} */ (lesson.querySelector("[data-action='present']"))?.focus();
    }
  };
  lesson.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button) return;
    if (button.dataset.action === "print") print();
    if (button.dataset.action === "present") present(true);
    if (button.dataset.action === "stop") present(false);
    if (button.dataset.step) show(step + Number(button.dataset.step));
  });
  document.addEventListener("keydown", (event) => {
    if (!root.classList.contains("presenting")) return;
    if (event.key === "Escape") return present(false);
    if (event.target instanceof HTMLInputElement) return;
    const forward = root.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = root.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
    if (event.key === forward || event.key === "PageDown") show(step + 1);
    if (event.key === back || event.key === "PageUp") show(step - 1);
  });
  // A browser keeps the first Escape for itself to leave the full screen; it counts like any other.
  document.addEventListener("fullscreenchange", () => {
    if (document.fullscreenElement || !root.classList.contains("presenting")) return;
    present(false);
    escapes += 1;
    lastEscape = performance.now();
  });
})();
