import sharp from "sharp";
import { expect, it } from "vitest";
import { toAvatar } from "./picture.ts";

it("pictures are drawn two at a time, however many come at once: sign-ins and files share their threads [Q39]", async () => {
  const picture = await sharp({ create: { width: 2000, height: 2000, channels: 3, background: "#1a73e8" } })
    .png()
    .toBuffer();
  let waiting = 0;
  let running = 0;
  let done = false;
  const watch = () => {
    // Each by itself: a picture that begins between the two readings stands in both.
    const { queue, process } = sharp.counters();
    waiting = Math.max(waiting, queue);
    running = Math.max(running, process);
    if (!done) setImmediate(watch);
  };
  watch();
  const drawn = await Promise.all(Array.from({ length: 12 }, () => toAvatar(picture)));
  done = true;
  expect(drawn.every((bytes) => bytes.length > 0)).toBe(true);
  expect(running).toBeGreaterThan(0);
  expect(running).toBeLessThanOrEqual(2);
  expect(waiting).toBeLessThanOrEqual(2);
});
