import sharp from "sharp";
import { expect, it } from "vitest";
import { toAvatar } from "./picture.ts";

it("pictures are drawn two at a time, however many come at once: sign-ins and files share their threads [Q39]", async () => {
  const picture = await sharp({ create: { width: 2000, height: 2000, channels: 3, background: "#1a73e8" } })
    .png()
    .toBuffer();
  let most = 0;
  let done = false;
  const watch = () => {
    const { queue, process } = sharp.counters();
    most = Math.max(most, queue + process);
    if (!done) setImmediate(watch);
  };
  watch();
  const drawn = await Promise.all(Array.from({ length: 12 }, () => toAvatar(picture)));
  done = true;
  expect(drawn.every((bytes) => bytes.length > 0)).toBe(true);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(2);
});
