import { confirm, type Question } from "./confirm.ts";
import { toastProblem } from "./problem.ts";
import { toast } from "./toast.ts";

/** Asks; where the person goes on does it, and says that it is done or why not. */
export async function askAndDo(question: Question, work: () => Promise<unknown>, done: string): Promise<void> {
  if (!(await confirm(question))) return;
  try {
    await work();
    toast(done);
  } catch (error) {
    toastProblem(error);
  }
}
