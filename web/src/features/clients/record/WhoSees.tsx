import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Popover from "@mui/material/Popover";
import Skeleton from "@mui/material/Skeleton";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { textOfProblem } from "../../../feedback/problem.ts";
import { useClientAudienceQuery } from "../clients.generated.ts";

/** «¿Quién lo ve?»: the people who can see a client, asked of the server that decides it. */
export function WhoSees({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Link
        component="button"
        type="button"
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
        underline="hover"
        sx={{ fontSize: "0.8125rem", lineHeight: "24px" }}
      >
        {t("clientPages.audience.ask")}
      </Link>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        slotProps={{
          paper: {
            role: "dialog",
            "aria-label": t("clientPages.audience.ask"),
            tabIndex: -1,
            sx: { width: 280, maxHeight: 360, p: 2, fontSize: "0.8125rem" },
          },
        }}
      >
        <Audience clientId={clientId} />
      </Popover>
    </>
  );
}

function Audience({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const { data, error } = useClientAudienceQuery({ variables: { id: clientId }, fetchPolicy: "network-only" });
  if (error) return <div role="alert">{textOfProblem(error)}</div>;
  if (!data) return <Skeleton height={72} />;
  return (
    <>
      <Box sx={{ color: "text.secondary", mb: 1 }}>
        {t("clientPages.audience.count", { count: data.clientAudience.length })}
      </Box>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {data.clientAudience.map(({ id, name, role }) => (
          <Box component="li" key={id} sx={{ display: "flex", justifyContent: "space-between", gap: 1, py: 0.25 }}>
            <Box component="span" sx={{ overflowWrap: "anywhere" }}>
              {name}
            </Box>
            <Box component="span" sx={{ color: "text.secondary" }}>
              {t(`people.roles.${role}`)}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
}
