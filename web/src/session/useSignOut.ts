import { toastProblem } from "../feedback/problem.ts";
import { clearDrafts } from "../form/draft.ts";
import { signInPath } from "./paths.ts";
import { useSignOutMutation } from "./session.generated.ts";

/** Signs out here; nothing of the person stays in the tab. */
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
  clearDrafts();
  location.assign(signInPath(next));
}
