import { useFragment } from "@apollo/client/react";
import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { ClientHead_ClientFragmentDoc } from "../clients.generated.ts";
import { columnsSx, middleSx, nameSx } from "./recordLook.ts";
import { StatusDot } from "./StatusDot.tsx";

/** A record on its way; name and status are there at once for whoever comes from the list. */
export function ClientRecordSkeleton({ id }: { id: string }) {
  const known = useFragment({
    fragment: ClientHead_ClientFragmentDoc,
    fragmentName: "ClientHead_client",
    from: { __typename: "Client", id },
  });
  const row = known.dataState === "complete" ? known.data : null;
  return (
    <>
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          gap: 1.5,
          minHeight: 56,
          px: { xs: 2, md: 2.5 },
          borderBottom: 1,
          borderColor: "divider",
        }}
      >
        <Skeleton variant="rounded" width={36} height={36} sx={{ flexShrink: 0 }} />
        <Typography variant="h1" sx={nameSx}>
          {row?.name ?? <Skeleton width={220} />}
        </Typography>
        {row && <StatusDot status={row.status} />}
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
