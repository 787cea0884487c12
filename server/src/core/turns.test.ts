import { expect, it } from "vitest";
import { Turns } from "./turns.ts";

it("lets a person do so much at once, the rest in its order, and nobody else wait for it [Q39]", async () => {
  const turns = new Turns(2);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => async () => {
    begun.push(name);
    await new Promise<void>((resolve) => ends.push(resolve));
  };
  const all = ["a", "b", "c", "d"].map((name) => turns.run("ana", work(name)));
  all.push(turns.run("blas", work("e")));
  await expect.poll(() => begun).toEqual(["a", "b", "e"]);
  ends.shift()?.();
  await expect.poll(() => begun).toEqual(["a", "b", "e", "c"]);
  for (const end of ends.splice(0)) end();
  await expect.poll(() => begun).toEqual(["a", "b", "e", "c", "d"]);
  for (const end of ends.splice(0)) end();
  await Promise.all(all);
});

it("gives the place of what fails to the next one, and refuses more waiting than it keeps", async () => {
  const turns = new Turns(1);
  await expect(turns.run("ana", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  const done = await turns.take("ana");
  const waiting = Array.from({ length: 200 }, () => turns.take("ana").then((end) => end()));
  await expect(turns.take("ana")).rejects.toMatchObject({ code: "RATE_LIMITED" });
  done();
  await Promise.all(waiting);
  await turns.run("ana", async () => undefined);
});
