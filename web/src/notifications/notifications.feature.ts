import { keysetPages } from "../apollo/keysetPages.ts";
import type { Feature } from "../feature.ts";

export const notifications: Feature = { cache: { Query: { notifications: keysetPages(["unreadOnly"]) } } };
