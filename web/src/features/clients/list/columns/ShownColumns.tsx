import type { ClientColumnKey } from "@clientela/shared/clients/columns";
import Close from "@mui/icons-material/Close";
import DragIndicator from "@mui/icons-material/DragIndicator";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { visuallyHidden } from "../../../../components/visuallyHidden.ts";
import type { CustomField } from "../../../../hooks/useCustomFields.ts";
import { columnLabel } from "./columnLabels.ts";
import { moved } from "./moved.ts";

interface ShownColumnsProps {
  labelledBy: string;
  columns: readonly ClientColumnKey[];
  fields: readonly CustomField[];
  onChange: (columns: ClientColumnKey[]) => void;
}

const height = 32;

/** The columns in their order, after the name: dragged by their handle, or moved with ↑ and ↓ on it. */
export function ShownColumns({ labelledBy, columns, fields, onChange }: ShownColumnsProps) {
  const { t } = useTranslation();
  const [drag, setDrag] = useState<{
    key: ClientColumnKey;
    from: number;
    startY: number;
    order: ClientColumnKey[];
  } | null>(null);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<ClientColumnKey | null>(null);
  const order = drag?.order ?? columns;
  const nameOf = (key: ClientColumnKey | "name") => columnLabel(key, fields);

  // Moving a row in the page takes the focus off what is in it.
  useEffect(() => {
    if (!focused.current) return;
    list.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(focused.current)}"]`)?.focus();
    focused.current = null;
  });

  const place = (key: ClientColumnKey, to: number) => {
    const next = moved(columns, columns.indexOf(key), to);
    if (!next) return;
    focused.current = key;
    setSaid(t("clientPages.columns.movedTo", { column: nameOf(key), place: to + 1, count: columns.length }));
    onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent, key: ClientColumnKey) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!step) return;
    event.preventDefault();
    place(key, columns.indexOf(key) + step);
  };
  const remove = (key: ClientColumnKey) => {
    const index = columns.indexOf(key);
    focused.current = columns[index + 1] ?? columns[index - 1] ?? null;
    onChange(columns.filter((other) => other !== key));
  };
  const handle = (key: ClientColumnKey) => ({
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ key, from: columns.indexOf(key), startY: event.clientY, order: [...columns] });
    },
    onPointerMove(event: PointerEvent) {
      if (!drag) return;
      const to = drag.from + Math.round((event.clientY - drag.startY) / height);
      const next = moved(columns, drag.from, Math.max(0, Math.min(columns.length - 1, to))) ?? [...columns];
      if (next.join() !== drag.order.join()) setDrag({ ...drag, order: next });
    },
    onPointerUp() {
      if (drag && drag.order.join() !== columns.join()) onChange(drag.order);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
  });
  return (
    <>
      <Box component="ol" ref={list} aria-labelledby={labelledBy} sx={{ listStyle: "none", m: 0, p: 0 }}>
        <Box component="li" sx={{ ...rowSx, pl: 4.5, color: "text.secondary" }}>
          {nameOf("name")}
        </Box>
        {order.map((key) => (
          <Box
            component="li"
            key={key}
            sx={{ ...rowSx, ...(drag?.key === key && { bgcolor: "action.selected", borderRadius: 1 }) }}
          >
            <IconButton
              data-column={key}
              aria-label={t("clientPages.columns.move", { column: nameOf(key) })}
              title={t("clientPages.columns.moveHint")}
              onKeyDown={(event) => onKeyDown(event, key)}
              {...handle(key)}
              sx={{ ...smallSx, cursor: drag ? "grabbing" : "grab", touchAction: "none" }}
            >
              <DragIndicator sx={{ fontSize: 18, color: "text.secondary" }} />
            </IconButton>
            <Box sx={{ flex: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>
              {nameOf(key)}
            </Box>
            <IconButton
              aria-label={t("clientPages.columns.remove", { column: nameOf(key) })}
              onClick={() => remove(key)}
              sx={smallSx}
            >
              <Close sx={{ fontSize: 16, color: "text.secondary" }} />
            </IconButton>
          </Box>
        ))}
      </Box>
      <Box role="status" sx={visuallyHidden}>
        {said}
      </Box>
    </>
  );
}

const rowSx = { display: "flex", alignItems: "center", gap: 0.5, height, px: 0.5, fontSize: "0.8125rem" } as const;
const smallSx = { minWidth: 28, minHeight: 28, p: 0.25 } as const;
