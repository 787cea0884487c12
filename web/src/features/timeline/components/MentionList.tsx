import MenuItem from "@mui/material/MenuItem";
import MenuList from "@mui/material/MenuList";
import Paper from "@mui/material/Paper";
import Popper from "@mui/material/Popper";
import { useTranslation } from "react-i18next";

interface Colleague {
  id: string;
  name: string;
}

/** Colleagues offered where an `@` is typed. */
export interface Mentioning {
  people: readonly Colleague[];
  active: number;
  /** The place of the typed text on screen. */
  rect: (() => DOMRect | null) | null;
  choose: (person: { id: string; label: string }) => void;
}

/** The people to mention one from; the arrows choose while the text keeps the focus. */
export function MentionList({ id, mentioning }: { id: string; mentioning: Mentioning }) {
  const { t } = useTranslation();
  const { people, active, rect, choose } = mentioning;
  const anchor = { getBoundingClientRect: () => rect?.() ?? new DOMRect() };
  return (
    <Popper open anchorEl={anchor} placement="bottom-start" sx={{ zIndex: "modal" }}>
      <Paper variant="outlined" sx={{ mt: 0.5, minWidth: 200, boxShadow: "0 8px 24px rgba(0,0,0,0.18)" }}>
        <MenuList id={id} role="listbox" aria-label={t("timeline.page.mention")} sx={{ p: 0.5 }}>
          {people.map((person, index) => (
            <MenuItem
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              selected={index === active}
              tabIndex={-1}
              // The text keeps the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                choose({ id: person.id, label: person.name });
              }}
            >
              {person.name}
            </MenuItem>
          ))}
          {people.length === 0 && (
            <MenuItem disabled role="option" aria-selected={false}>
              {t("timeline.page.nobody")}
            </MenuItem>
          )}
        </MenuList>
      </Paper>
    </Popper>
  );
}
