import type { Env } from "../../env.ts";
import { diskStorage } from "./disk.ts";
import type { FileStorage } from "./storage.ts";

/** In the bucket that is configured, otherwise in the data folder. */
export async function openStorage({ s3, dataDir }: Pick<Env, "s3" | "dataDir">): Promise<FileStorage> {
  if (!s3) return diskStorage(dataDir);
  const { s3Storage } = await import("./s3.ts");
  return s3Storage(s3);
}
