const patience = 60;

/** Gives the focus to what a selector finds, waiting up to a second (60 frames) for it to appear. */
export function focusWhenThere(selector: string, framesLeft = patience): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element) {
    element.focus();
    element.scrollIntoView({ block: "nearest" });
  } else if (framesLeft > 0) requestAnimationFrame(() => focusWhenThere(selector, framesLeft - 1));
}
