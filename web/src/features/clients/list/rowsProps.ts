import type { ClientOrder } from "../../../generated/schema.ts";
import type { ClientRow_ClientFragment } from "../clients.generated.ts";
import type { ListSelection } from "./bulk/useSelection.ts";
import type { ClientList } from "./useClientList.ts";

/** What both forms of the list are given, the table and the cards. */
export interface RowsProps {
  list: ClientList;
  clients: ClientRow_ClientFragment[];
  order: ClientOrder;
  onOrder: (order: ClientOrder) => void;
  emailSortable: boolean;
  selection: ListSelection;
  onMenu: (client: ClientRow_ClientFragment, anchor: HTMLElement) => void;
}
