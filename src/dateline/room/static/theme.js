// Sets the chosen theme before anything is painted. Without a choice the system's is followed.
(() => {
  const root = document.documentElement;
  root.classList.add("script");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be forbidden: then the system's theme it is.
  }
})();
