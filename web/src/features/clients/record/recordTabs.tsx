import { firstTab } from "@clientela/shared/paths";
import type { TextName } from "@clientela/shared/textNames";
import type { ReactNode } from "react";
import type { RecordPart } from "../../../feature.ts";
import type { ClientRecord } from "../clientValues.ts";
import { ClientGeneral } from "./ClientGeneral.tsx";
import { ClientContacts } from "./contacts/ClientContacts.tsx";

/** One tab of a record. */
export interface RecordTab {
  name: string;
  title: TextName;
  show: (client: ClientRecord) => ReactNode;
}

/** The tabs of a record: what happened first, then who the client is, then what other features bring. */
export function recordTabs(parts: readonly RecordPart[]): RecordTab[] {
  const brought = parts.flatMap(({ name, tab }): RecordTab[] =>
    tab ? [{ name, title: tab.title, show: ({ id }) => <tab.Tab clientId={id} /> }] : [],
  );
  const isFirst = ({ name }: RecordTab) => name === firstTab;
  return [
    ...brought.filter(isFirst),
    {
      name: "general",
      title: "clientPages.record.tab.general",
      show: (client) => <ClientGeneral key={client.id} client={client} />,
    },
    {
      name: "contacts",
      title: "clientPages.record.tab.contacts",
      show: (client) => <ClientContacts client={client} />,
    },
    ...brought.filter((tab) => !isFirst(tab)),
  ];
}
