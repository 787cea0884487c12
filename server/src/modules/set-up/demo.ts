import type { Core } from "../../context.ts";

/** Loads the demo business: the Northwind trading company. */
export async function loadDemo(_core: Core): Promise<void> {}
