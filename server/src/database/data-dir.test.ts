import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareDataDir, reasonOf } from "./data-dir.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "clientela-data-"));
  writeFileSync(join(folder, "file"), "");
  symlinkSync(join(folder, "nowhere"), join(folder, "dangling"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(["new", "two/levels of new", "niño «ñ» 日本 ' %"])(
  "%s is made, for its owner alone to read",
  async (name) => {
    await prepareDataDir(join(folder, name));
    expect(statSync(join(folder, name)).mode & 0o066).toBe(0);
    expect(readdirSync(join(folder, name))).toEqual([]);
    await prepareDataDir(join(folder, name));
  },
);

test.each([
  ["file", "is not a folder; give another name."],
  ["file/below", "cannot be written; give a folder that this user can write."],
  ["dangling", "is not a folder; give another name."],
  ["long".repeat(100), "is too long; give a shorter path."],
])("%s is refused in a sentence", async (name, reason) => {
  await expect(prepareDataDir(join(folder, name))).rejects.toThrow(`DATA_DIR: ${join(folder, name)} ${reason}`);
});

test.each(["/proc/x", "/proc/x/y", "/dev/null/x"])("%s is refused, and not tried for ever", async (path) => {
  await expect(prepareDataDir(path)).rejects.toThrow(/^DATA_DIR: .* (cannot be written|can only be read);/);
});

test.each([
  ["ENOSPC", "the disk of /data is full; make room, or give another folder."],
  ["EDQUOT", "the disk of /data is full; make room, or give another folder."],
  ["EROFS", "the disk of /data can only be read; give another folder."],
  ["EACCES", "/data cannot be written; give a folder that this user can write."],
  ["EIO", "/data cannot be written; give a folder that this user can write."],
])("%s is said as what it means", (code, sentence) => {
  expect(reasonOf(Object.assign(new Error(code), { code }), "/data")).toBe(sentence);
});
