import { fileURLToPath } from "node:url";

/** The repository's folder: the same from src/ and from dist/. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
