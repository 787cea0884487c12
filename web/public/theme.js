// Runs before the first paint: the theme that was chosen here, or the system's. MUI keeps the choice under this key.
(() => {
  let mode = null;
  try {
    mode = localStorage.getItem("clientela.theme");
  } catch {}
  const dark = mode === "dark" || (mode !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
