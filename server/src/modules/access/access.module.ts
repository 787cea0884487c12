import type { Module } from "../../module.ts";
import { tidyBrowsers } from "./known-browser.ts";

export const access: Module = {
  recurring: [{ job: tidyBrowsers, at: "57 3 * * *" }],
};
