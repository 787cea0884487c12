import { useFragment } from "@apollo/client/react";
import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { TagChip } from "../../../components/TagChip.tsx";
import { useRecordName } from "../../../frame/recordName.ts";
import { ClientAvatar } from "../ClientAvatar.tsx";
import { ClientHead_ClientFragmentDoc } from "../clients.generated.ts";
import { StatusDot } from "../StatusDot.tsx";
import { columnsSx, headSx, middleSx, nameSx, tagsInHead } from "./recordLook.ts";
import { useRecordKeys } from "./useRecordKeys.ts";

/** A record on its way; what a list or a search knew of the client is there at once. */
export function ClientRecordSkeleton({ id, onNote }: { id: string; onNote: () => void }) {
  const { data } = useFragment({
    fragment: ClientHead_ClientFragmentDoc,
    fragmentName: "ClientHead_client",
    from: { __typename: "Client", id },
  });
  const { name, status, avatarUrl = null, tags = [] } = data;
  useRecordName(name ?? null);
  useRecordKeys(onNote);
  return (
    <>
      <Box component="header" sx={headSx}>
        {name && <PageTitle title={name} />}
        <Box sx={{ display: "flex", alignItems: "center", gap: 1.5, minWidth: 0 }}>
          {name ? (
            <ClientAvatar client={{ name, avatarUrl }} size={36} />
          ) : (
            <Skeleton variant="rounded" width={36} height={36} sx={{ flexShrink: 0 }} />
          )}
          <Typography variant="h1" sx={nameSx}>
            {name ?? <Skeleton width={220} />}
          </Typography>
        </Box>
        {status && (
          // As wide as the button that it becomes.
          <Box sx={{ pl: "9px", pr: "33px", py: 0.5, fontSize: "0.8125rem" }}>
            <StatusDot status={status} />
          </Box>
        )}
        <Box sx={{ display: { xs: "none", md: "flex" }, gap: 0.5, minWidth: 0, overflow: "hidden" }}>
          {tags
            .slice(0, tagsInHead)
            .map(({ id, name, color }) => id && name && color && <TagChip key={id} tag={{ id, name, color }} />)}
        </Box>
        {/* What one may do takes a line of its own on a phone. */}
        <Box sx={{ width: { xs: "100%", sm: 0 }, height: 32 }} />
      </Box>
      <Box aria-hidden sx={columnsSx}>
        {columns.map(({ area, widths }) => (
          <Box
            key={area}
            sx={{
              ...(area === "middle" && middleSx),
              gridArea: area,
              display: areaShown[area],
              gap: 1,
              alignContent: "start",
              px: { xs: 2, md: 2.5 },
              py: 2,
            }}
          >
            {widths.map((width) => (
              <Skeleton key={width} height={24} width={`${width}%`} />
            ))}
          </Box>
        ))}
      </Box>
    </>
  );
}

const columns = [
  { area: "left", widths: [40, 85, 60, 90, 75, 65, 80, 70] },
  { area: "middle", widths: [70, 96, 55, 82, 64, 73] },
  { area: "right", widths: [40, 85, 60, 90, 75] },
] as const;
/** As the record has them: on a phone only what happened, beside each other where there is room. */
const areaShown = {
  left: { xs: "none", md: "grid" },
  middle: "grid",
  right: { xs: "none", lg: "grid" },
} as const;
