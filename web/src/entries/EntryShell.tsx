import Box from "@mui/material/Box";
import type { SvgIconProps } from "@mui/material/SvgIcon";
import type { ComponentType, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RelativeTime } from "../components/RelativeTime.tsx";
import { useNow } from "../hooks/useNow.ts";
import { useFormats } from "../i18n/format.ts";
import type { EntryShell_EntryFragment } from "./entry.generated.ts";

interface EntryShellProps {
  entry: EntryShell_EntryFragment;
  icon: ComponentType<SvgIconProps>;
  /** The kind's own colour, `#rrggbb`. */
  color?: string;
  /** What happened, in a line. */
  headline: ReactNode;
  /** Came in while one was looking. */
  fresh: boolean;
  menu?: ReactNode;
  children?: ReactNode;
}

/** What every entry of the timeline has around it: a sign of its kind, who, when. */
export function EntryShell({ entry, icon: Icon, color, headline, fresh, menu, children }: EntryShellProps) {
  const { t } = useTranslation();
  const who = entry.actor?.name ?? t("timeline.page.system");
  return (
    <Box component="article" data-entry={entry.id} sx={{ ...shellSx, ...(fresh && freshSx) }}>
      <Box aria-hidden sx={iconSx} {...(color && { style: { background: tinted(color) } })}>
        <Icon sx={{ fontSize: 16 }} />
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: "flex", gap: 1, alignItems: "baseline", minHeight: 28, pt: 0.5 }}>
          <Box sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
            {headline}{" "}
            <Box component="span" sx={{ color: "text.secondary" }}>
              · {who}
            </Box>
            {fresh && (
              <Box component="span" sx={{ ml: 1, color: "primary.main", fontSize: "0.75rem", fontWeight: 600 }}>
                {t("timeline.page.justIn")}
              </Box>
            )}
          </Box>
          <Box
            component="span"
            className="tabular"
            sx={{ color: "text.secondary", fontSize: "0.75rem", whiteSpace: "nowrap" }}
          >
            <Moment value={entry.occurredAt} />
          </Box>
          <Box sx={{ width: { xs: menu ? 32 : 0, sm: 32 }, alignSelf: "start", mt: -0.5 }}>{menu}</Box>
        </Box>
        {children}
      </Box>
    </Box>
  );
}

/** Today how long ago; on earlier days, which their headings name, the time of day. */
function Moment({ value }: { value: string }) {
  const { dayKey, time, exact } = useFormats();
  const now = useNow();
  if (dayKey(value) === dayKey(new Date(now))) return <RelativeTime value={value} />;
  return (
    <time dateTime={value} title={exact(value)}>
      {time(value)}
    </time>
  );
}

const shellSx = {
  display: "grid",
  gridTemplateColumns: "28px minmax(0, 1fr)",
  columnGap: 1.25,
  py: 0.75,
  fontSize: "0.8125rem",
} as const;
const freshSx = {
  animation: "slide-in 140ms ease-out",
  "@keyframes slide-in": { from: { opacity: 0, transform: "translateY(-6px)" } },
  boxShadow: "inset 3px 0 0 var(--mui-palette-primary-main)",
  ml: -1.25,
  pl: 1.25,
} as const;
const tinted = (color: string) => `color-mix(in srgb, ${color} 22%, var(--mui-palette-background-paper))`;
const iconSx = {
  width: 28,
  height: 28,
  borderRadius: "50%",
  display: "grid",
  placeItems: "center",
  bgcolor: "grey.100",
  color: "text.secondary",
} as const;
