// Runs before the first paint: what the browser remembers decides how the page looks until its scripts are here.
(() => {
  const remembered = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const page = document.documentElement.dataset;
  const mode = remembered("clientela.theme");
  const dark = mode === "dark" || (mode !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  page.theme = dark ? "dark" : "light";
  const isPublic = /^\/(sign-in|setup|invitation|forgot-password|password-reset)\/?$/.test(location.pathname);
  page.waiting = isPublic || !remembered("clientela.signedIn") ? "public" : "frame";
})();
