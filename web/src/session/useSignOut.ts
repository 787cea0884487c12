import { toastProblem } from "../feedback/problem.ts";
import { signInPath } from "./paths.ts";
import { useSignOutMutation } from "./session.generated.ts";
import { rememberSignedIn } from "./signedIn.ts";

/** Signs out here. */
export function useSignOut(): () => Promise<void> {
  const [signOut] = useSignOutMutation();
  return async () => {
    try {
      await signOut();
    } catch (error) {
      toastProblem(error);
      return;
    }
    leave();
  };
}

/** Leaves for the sign-in page by a page load, which empties the memory of everything that was seen. */
export function leave(next?: string): void {
  rememberSignedIn(false);
  location.assign(signInPath(next));
}
