import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StartError } from "../start-error.ts";

/**
 * Makes the data folder if need be, and tries to write in it.
 * @throws StartError when that does not go
 */
export async function prepareDataDir(dataDir: string): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  try {
    // Root's folder must let PostgreSQL's user pass through to its own; the password in it is readable by root only.
    if (await makeFolder(dataDir)) await chmod(dataDir, isRoot ? 0o711 : 0o700);
    const trial = await mkdtemp(join(dataDir, ".trial-"));
    try {
      await writeFile(join(trial, "trial"), "x".repeat(4096));
    } finally {
      await rm(trial, { recursive: true, force: true });
    }
  } catch (error) {
    throw new StartError(`DATA_DIR: ${reasonOf(error as NodeJS.ErrnoException, dataDir)}`);
  }
}

/** The reason why the data folder cannot be written, as a sentence for the person who chose it. */
export function reasonOf({ code }: NodeJS.ErrnoException, dataDir: string): string {
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return `the disk of ${dataDir} is full; make room, or give another folder.`;
    case "EROFS":
      return `the disk of ${dataDir} can only be read; give another folder.`;
    case "EEXIST":
      return `${dataDir} is not a folder; give another name.`;
    case "ENAMETOOLONG":
      return `${dataDir} is too long; give a shorter path.`;
    default:
      return `${dataDir} cannot be written; give a folder that this user can write.`;
  }
}

/** Whether it had to be made. Not `recursive`: in folders that take none, like /proc, Node then tries for ever. */
async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await isFolder(path))) return false;
    const parent = dirname(path);
    if (code !== "ENOENT" || (await isFolder(parent))) throw error;
    await makeFolder(parent);
    return makeFolder(path);
  }
}

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
