import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isKey } from "./key.ts";
import type { FileStorage } from "./storage.ts";

/** Files under `files` in a folder. Uploads arrive on the same disk, so that a file is there whole or not at all. */
export async function diskStorage(dataDir: string): Promise<FileStorage> {
  const root = join(dataDir, "files");
  const incoming = join(root, "incoming");
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const pathOf = (key: string) => {
    // Under it there is none of ours, whatever may lie there.
    if (!isKey(key)) throw Object.assign(new Error(`${key} is no key of a file`), { code: "ENOENT" });
    return join(root, key.slice(0, 2), key);
  };
  return {
    incoming,
    async keep(key, path) {
      const target = pathOf(key);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(path, target);
    },
    async open(key) {
      const handle = await open(pathOf(key));
      return createReadStream("", { fd: handle });
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}
