/** Remembers in this browser that somebody is signed in: public/before-paint.js draws the frame only for them. */
export function rememberSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem("clientela.signedIn", "1");
    else localStorage.removeItem("clientela.signedIn");
  } catch {
    // Without storage the page waits without a frame.
  }
}
