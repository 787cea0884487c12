import { Fragment, type ReactNode, useState } from "react";
import { SidePanel } from "../components/SidePanel.tsx";
import { useSearchParam } from "../hooks/useSearchParam.ts";

/** The address's value that opens a panel for a new record. */
export const newRecord = "new";

interface EditPanelProps<R> {
  /** The address's parameter that opens it: `new`, or a record's id. */
  parameter: string;
  records: readonly R[];
  titleOf: (record: R | undefined) => string;
  /** False for a person who may not edit: the address opens nothing then. */
  allowed?: boolean;
  /** The form of a record; none makes a new one. */
  children: (record: R | undefined, close: () => void) => ReactNode;
}

/** The panel beside a list in which a record is made or edited. It keeps the record as it was when it opened. */
export function EditPanel<R extends { id: string }>(props: EditPanelProps<R>) {
  const { parameter, records, titleOf, allowed = true, children } = props;
  const [shown, setShown] = useSearchParam(parameter);
  const known = records.find(({ id }) => id === shown);
  const [opened, setOpened] = useState(known);
  // A record may leave the list meanwhile: the panel keeps what was typed.
  if (opened?.id !== known?.id && (known || opened?.id !== shown)) setOpened(known);
  const open = allowed && (opened !== undefined || shown === newRecord);
  const close = () => setShown(null);
  return (
    <SidePanel title={titleOf(opened)} open={open} onClose={close}>
      {open && <Fragment key={shown}>{children(opened, close)}</Fragment>}
    </SidePanel>
  );
}
