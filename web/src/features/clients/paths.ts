export type ClientTab = "timeline" | "general" | "properties" | "related";

/** The client list; with `create` its panel for a new client is open. */
export const clientsPath = ({ create = false }: { create?: boolean } = {}) => (create ? "/clients?new=1" : "/clients");

/** A client's record, on one of its tabs (the timeline if none is named). */
export const clientPath = (id: string, tab?: ClientTab) =>
  `/clients/${encodeURIComponent(id)}${tab && tab !== "timeline" ? `?tab=${tab}` : ""}`;
